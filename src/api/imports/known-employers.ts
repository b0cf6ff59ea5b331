import { type Kysely, sql } from "kysely";
import { fold } from "#contract/fold.ts";
import type { ImportTarget } from "#contract/import-fields.ts";
import type { Candidate, KnownEmployer, MatchReason } from "../rules/import-row.ts";
import type { ImportValues } from "../rules/import-values.ts";
import type { Tables } from "../sql/tables.ts";

/** Who lends an address to everybody says nothing of whose it is. */
const publicMail =
	/^(gmail|hotmail|outlook|live|msn|yahoo|icloud|me|videotron|bell|sympatico|cgocable|cogeco|globetrotter|tlb\.sympatico|proton|protonmail|aol)\./;

export function domainOf({ website, contactEmail }: ImportValues): string | null {
	const site = String(website ?? "")
		.toLowerCase()
		.trim()
		.replace(/^(https?:\/\/)?(www\.)?/, "")
		.replace(/[/:?#\s].*$/, "");
	const mail =
		String(contactEmail ?? "")
			.toLowerCase()
			.split("@")[1] ?? "";
	const domain = site || mail;
	return domain && !publicMail.test(domain) && !/^(facebook|linkedin|instagram)\./.test(domain) ? domain : null;
}

/** A name in a municipality; without one, wherever it is. */
export const nameKeyOf = ({ name, municipality }: ImportValues): string | null => (name === undefined ? null : `${fold(String(name))}|${municipality ?? ""}`);

const rank: MatchReason[] = ["neq", "name", "phone", "domain"];

/** The employers that each row may be, with what is compared: two statements for a whole chunk. */
export async function findCandidates(
	db: Kysely<Tables>,
	rows: { row: number; values: ImportValues }[],
	alsoIds: string[],
	target?: ImportTarget,
): Promise<{ byRow: Map<number, Candidate[]>; byId: Map<string, KnownEmployer> }> {
	const wanted = rows.map(({ row, values }) => ({
		line: row,
		neq: values.neq ?? null,
		name: values.name === undefined ? null : fold(String(values.name)),
		municipality: values.municipality ?? null,
		phone: values.phone ?? values.contactPhone ?? null,
		domain: domainOf(values),
	}));
	const { rows: found } = await sql<{
		row_number: number;
		employer_id: string;
		reason: MatchReason;
	}>`select * from find_employers(${JSON.stringify(wanted)}::jsonb)`.execute(db);
	const byId = await readKnown(db, [...new Set([...found.map(({ employer_id }) => employer_id), ...alsoIds])], target);
	const byRow = new Map<number, Candidate[]>();
	for (const { row_number, employer_id, reason } of found) {
		const employer = byId.get(employer_id);
		if (!employer) continue;
		const list = byRow.get(row_number) ?? [];
		byRow.set(row_number, list);
		const candidate = list.find((one) => one.employer.id === employer_id);
		if (candidate) candidate.reasons.push(reason);
		else list.push({ employer, reasons: [reason] });
	}
	for (const list of byRow.values()) {
		for (const { reasons } of list) reasons.sort((a, b) => rank.indexOf(a) - rank.indexOf(b));
		list.sort((a, b) => rank.indexOf(a.reasons[0] ?? "domain") - rank.indexOf(b.reasons[0] ?? "domain") || (a.employer.id < b.employer.id ? -1 : 1));
	}
	return { byRow, byId };
}

/** As they stand, with their establishments and contacts; under the caller's own rights. */
async function readKnown(db: Kysely<Tables>, ids: string[], target: ImportTarget | undefined): Promise<Map<string, KnownEmployer>> {
	if (ids.length === 0) return new Map();
	type Row = { image: KnownEmployer["values"] & { id: string; version: number; region_code: string; advisor_id: string | null } } & Pick<
		KnownEmployer,
		"establishments" | "contacts"
	> &
		Required<Pick<KnownEmployer, "uses" | "registrations">>;
	const registrations =
		target === "missionResults"
			? sql`coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'version', g.version, 'missionId', g.mission_id, 'missionStartsOn', m.starts_on, 'registeredOn', g.registered_on, 'advisorId', g.advisor_id,
				'results', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'measure', r.measure, 'knownOn', r.known_on, 'value', r.value)) from mission_result r where r.registration_id = g.id), '[]')))
			from mission_registration g join mission m on m.id = g.mission_id where g.employer_id = e.id and g.withdrawn_on is null), '[]')`
			: sql`'[]'::jsonb`;
	const uses =
		target === "portalExtract"
			? sql`coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'version', t.version, 'event', t.event, 'occurredOn', t.occurred_on, 'quantity', t.quantity, 'source', t.source, 'visitId', t.visit_id))
			from tool_use t where t.employer_id = e.id and t.tool = 'employerPortal'), '[]')`
			: sql`'[]'::jsonb`;
	const { rows } = await sql<Row>`
		select to_jsonb(e) as image, coalesce((select jsonb_agg(to_jsonb(s) order by s.is_main desc, s.id) from establishment s where s.employer_id = e.id), '[]') as establishments,
			coalesce((select jsonb_agg(to_jsonb(c) order by c.is_primary desc, c.id) from contact c where c.employer_id = e.id), '[]') as contacts, ${uses} as uses, ${registrations} as registrations
		from employer e where e.id = any(${ids}::uuid[])`.execute(db);
	return new Map(
		rows.map(({ image, establishments, contacts, uses: known, registrations: entered }) => [
			image.id,
			{
				id: image.id,
				version: image.version,
				regionCode: image.region_code,
				advisorId: image.advisor_id,
				values: image,
				establishments,
				contacts,
				uses: known,
				registrations: entered,
			},
		]),
	);
}
