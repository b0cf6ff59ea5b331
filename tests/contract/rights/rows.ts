import type { Connection } from "../../../src/server/backup/connection.ts";
import type { Visitor } from "../support.ts";
import { type Estate, ours, type Person } from "./estates.ts";
import { asking, type RightsHome } from "./home.ts";
import { writing } from "./samples.ts";

type Item = { id: string };
const items = async <T = Item>(visitor: Visitor, path: string): Promise<T[]> => (await visitor.get<{ items?: T[] }>(path)).body.items ?? [];
const idsOf = async (visitor: Visitor, path: string) => (await items(visitor, path)).map(({ id }) => id);

/** Read once per person: two tables are parts of one record. */
const detailed = new Map<string, Promise<unknown[]>>();
async function readAll(visitor: Visitor, list: string): Promise<unknown[]> {
	const records: unknown[] = [];
	for (const id of await idsOf(visitor, `${list}?limit=500`)) records.push((await visitor.get<unknown>(`${list}/${id}`)).body);
	return records;
}
async function partsOf<T>(visitor: Visitor, list: string, pick: (record: T) => string[]): Promise<string[]> {
	const key = `${visitor.person?.id} ${list}`;
	const records = detailed.get(key) ?? readAll(visitor, list);
	detailed.set(key, records);
	return ((await records) as T[]).flatMap(pick);
}
type EmployerParts = { establishments: Item[]; contacts: Item[] };
type CaseParts = { stageChanges: Item[]; evidence: Item[] };
type VisitParts = Item & { employers: { employerId: string }[]; advisers: { personId: string }[]; addenda: Item[] };

/** By table: what its rows are called in SQL, and who the API shows them to. */
export const shown: Record<string, { key?: string; read: (visitor: Visitor) => Promise<string[]> }> = {
	employer: { read: (visitor) => idsOf(visitor, "/employers?limit=500") },
	establishment: { read: (visitor) => partsOf<EmployerParts>(visitor, "/employers", ({ establishments }) => establishments.map(({ id }) => id)) },
	contact: { read: (visitor) => partsOf<EmployerParts>(visitor, "/employers", ({ contacts }) => contacts.map(({ id }) => id)) },
	support_case: { read: (visitor) => idsOf(visitor, "/support-cases?limit=500") },
	stage_change: { read: (visitor) => partsOf<CaseParts>(visitor, "/support-cases", ({ stageChanges }) => stageChanges.map(({ id }) => id)) },
	case_evidence: { read: (visitor) => partsOf<CaseParts>(visitor, "/support-cases", ({ evidence }) => evidence.map(({ id }) => id)) },
	visit: { read: (visitor) => idsOf(visitor, "/visits?limit=500") },
	import: { read: (visitor) => idsOf(visitor, "/imports?limit=500") },
	visit_employer: {
		key: "visit_id || ' ' || employer_id",
		read: async (visitor) =>
			(await items<VisitParts>(visitor, "/visits?limit=500")).flatMap(({ id, employers }) => employers.map(({ employerId }) => `${id} ${employerId}`)),
	},
	visit_adviser: {
		key: "visit_id || ' ' || person_id",
		read: async (visitor) =>
			(await items<VisitParts>(visitor, "/visits?limit=500")).flatMap(({ id, advisers }) => advisers.map(({ personId }) => `${id} ${personId}`)),
	},
	visit_addendum: { read: (visitor) => partsOf<VisitParts>(visitor, "/visits", ({ addenda }) => addenda.map(({ id }) => id)) },
	labour_need: { read: (visitor) => idsOf(visitor, "/labour-needs?limit=500") },
	follow_up: { read: (visitor) => idsOf(visitor, "/follow-ups?limit=500") },
	follow_up_owner: {
		key: "follow_up_id || ' ' || person_id",
		read: async (visitor) =>
			(await items<Item & { ownerId: string; coOwnerIds: string[] }>(visitor, "/follow-ups?limit=500")).flatMap(({ id, ownerId, coOwnerIds }) =>
				[ownerId, ...coOwnerIds].map((personId) => `${id} ${personId}`),
			),
	},
	tool_use: { read: (visitor) => idsOf(visitor, "/tool-uses?limit=500") },
	referral: { read: (visitor) => idsOf(visitor, "/referrals?limit=500") },
	mission: { read: (visitor) => idsOf(visitor, "/missions?limit=500") },
	immigration_line: { read: (visitor) => idsOf(visitor, "/immigration-lines?limit=500") },
	mission_registration: { read: (visitor) => idsOf(visitor, "/mission-registrations?limit=500") },
	mission_post: {
		read: async (visitor) =>
			(await items<Item & { offered: Item[] }>(visitor, "/mission-registrations?limit=500")).flatMap(({ offered }) => offered.map(({ id }) => id)),
	},
	partner: { read: (visitor) => idsOf(visitor, "/partners?limit=500") },
	agreement: { read: (visitor) => partsOf<{ agreements: Item[] }>(visitor, "/partners", ({ agreements }) => agreements.map(({ id }) => id)) },
	person: { read: async (visitor) => (await visitor.get<{ people: Item[] }>("/reference")).body.people.map(({ id }) => id) },
	service_point: { read: async (visitor) => (await visitor.get<{ servicePoints: Item[] }>("/reference")).body.servicePoints.map(({ id }) => id) },
	revision: {
		key: "seq::text",
		read: async (visitor) => {
			const seen: string[] = [];
			for (let since = 0, more = true; more; ) {
				const { body } = await visitor.get<{ items?: { seq: number }[]; next: number; more: boolean }>(`/changes?since=${since}&limit=1000`);
				seen.push(...(body.items ?? []).map(({ seq }) => String(seq)));
				[since, more] = [body.next, body.more === true];
			}
			return seen;
		},
	},
	account_event: { read: (visitor) => idsOf(visitor, "/account-events?limit=500") },
	text_choice: { read: (visitor) => idsOf(visitor, "/text-choices?limit=500") },
	hand_over: { read: (visitor) => idsOf(visitor, "/hand-overs?limit=500") },
	stage_setting: { read: (visitor) => idsOf(visitor, "/stage-settings") },
	wage_threshold: { read: async (visitor) => ((await visitor.get<{ thresholds?: Item[] }>("/need-marks")).body.thresholds ?? []).map(({ id }) => id) },
	tool_rule: { read: (visitor) => idsOf(visitor, "/tool-rules") },
	simplified_list: { read: async (visitor) => ((await visitor.get<{ lists?: Item[] }>("/need-marks")).body.lists ?? []).map(({ id }) => id) },
	signal_protocol: { read: (visitor) => idsOf(visitor, "/signal-protocols") },
	question: {
		read: async (visitor) => {
			const { setYears = [] } = (await visitor.get<{ setYears?: number[] }>("/questions?year=2100")).body;
			return (await Promise.all(setYears.map((year) => idsOf(visitor, `/questions?year=${year}`)))).flat();
		},
	},
	questionnaire_answer: {
		read: async (visitor) => {
			const answers: string[] = [];
			for (const employer of await idsOf(visitor, "/employers?limit=500"))
				answers.push(...((await visitor.get<{ answers?: Item[] }>(`/employers/${employer}/questionnaire`)).body.answers ?? []).map(({ id }) => id));
			return answers;
		},
	},
	signal_handling: {
		read: async (visitor) => (await items<{ handling: Item | null }>(visitor, "/signals?limit=500")).flatMap(({ handling }) => (handling ? [handling.id] : [])),
	},
	employer_signal: { read: (visitor) => idsOf(visitor, "/signals?limit=500") },
	redaction: { read: (visitor) => idsOf(visitor, "/redactions") },
};

/** Tables that no list shows row for row, and why their policy is judged otherwise. */
export const notShown: Record<string, string> = {
	import_piece: "the bytes that were sent",
	import_row: "the rows of one import at a time (contract/imports)",
	need_movement: "those of one need at a time (contract/need-movements)",
	retention_check: "those of one immigration line at a time (contract/retention)",
	document: "those of one record at a time (contract/documents)",
	mission_result: "those of one mission, as they stood on a day (contract/missions)",
	employer_summary: "kept beside the employer; a former region still reads the name (rules/row-security)",
	support_case_summary: "kept beside the case",
	contact_search: "kept beside the contact (contract/search)",
	employer_interaction: "kept beside the visits and tool uses, counted by the figures (contract/dashboard)",
	employer_support: "kept beside the interactions",
	portal_account: "kept beside the tool uses, listed by employer (contract/portal-accounts)",
	mission_tally: "kept beside the registrations and their results, summed in the comparison (contract/mission-results)",
	term_setting: "merged with the words of the reference, which everybody reads (contract/vocabularies)",
	visit_signal: "kept beside the visit",
	stage_passage: "kept beside the stages of a case",
	list_total: "numbers of rows",
	employer_past_region: "says who reads a name",
	agreement_slice: "summed in the agreement",
	local_action: "no endpoint yet",
	digest: "one's own, and how the post of the region goes (contract/digests)",
	digest_preference: "one's own",
	told_alert: "one's own (contract/digests)",
	session: "found by its secret before anybody is known; one's own, or the administrator's to close",
	account: "the administrator's; no hash is ever answered",
	calendar_feed: "found by its secret before anybody is known; one's own (contract/calendar)",
	sign_in_attempt: "counted for whoever tries",
	idempotency_key: "one's own, answered again only",
};

/** Where the rows of the database and what the API shows differ, in words. */
export async function differencesOfReading(home: RightsHome, connection: Connection): Promise<string[]> {
	const differences: string[] = [];
	for (const person of Object.values(home.cast.of)) {
		const visitor = home.as(person);
		visitor.person = { id: person.id, name: "", role: person.role };
		for (const [table, { key = "id::text", read }] of Object.entries(shown)) {
			const listed = (await read(visitor)).sort();
			const selected = (await asking(connection, person, (query) => query(`select ${key} as key from ${table}`))).rows.map((row) => String(row.key)).sort();
			const missing = listed.filter((one) => !selected.includes(one)).length;
			const beyond = selected.filter((one) => !listed.includes(one)).length;
			if (missing + beyond > 0)
				differences.push(`${table} · ${person.role} : ${missing} montrées par l’API et cachées par la base, ${beyond} lisibles dans la base et non montrées`);
		}
	}
	return differences;
}

const isFieldRole = ({ role }: Person) => role === "advisor" || role === "recruitmentAdvisor" || role === "manager";
type Rule = (who: Person, estate: Estate) => boolean;
const byEmployer: Rule = (who, estate) => estate.employerRegion === ours && writing.employer(who, estate);
/** By table: the row of each estate, and the table of rights. */
const written: Record<string, { where: (estate: Estate) => string; may: Rule }> = {
	employer: { where: ({ employer }) => `id = '${employer}'`, may: byEmployer },
	establishment: { where: ({ establishment }) => `id = '${establishment}'`, may: byEmployer },
	contact: { where: ({ contact }) => `id = '${contact}'`, may: byEmployer },
	support_case: { where: ({ supportCase }) => `id = '${supportCase}'`, may: writing.supportCase },
	visit: { where: ({ visit }) => `id = '${visit}'`, may: writing.visit },
	visit_employer: { where: ({ visit }) => `visit_id = '${visit}'`, may: writing.visit },
	visit_adviser: { where: ({ visit }) => `visit_id = '${visit}'`, may: writing.visit },
	labour_need: { where: ({ labourNeed }) => `id = '${labourNeed}'`, may: byEmployer },
	need_movement: { where: ({ needMovement }) => `id = '${needMovement}'`, may: byEmployer },
	follow_up: { where: ({ followUp }) => `id = '${followUp}'`, may: writing.followUp },
	questionnaire_answer: { where: ({ employer }) => `employer_id = '${employer}' and question_code = 'staffing'`, may: byEmployer },
	document: { where: ({ document }) => `id = '${document}'`, may: byEmployer },
	referral: { where: ({ referral }) => `id = '${referral}'`, may: writing.referral },
	immigration_line: { where: ({ immigrationLine }) => `id = '${immigrationLine}'`, may: byEmployer },
	retention_check: { where: ({ immigrationLine }) => `immigration_line_id = '${immigrationLine}'`, may: byEmployer },
	mission_registration: { where: ({ registration }) => `id = '${registration}'`, may: writing.registration },
	mission_post: { where: ({ registration }) => `registration_id = '${registration}'`, may: writing.registration },
	mission_result: { where: ({ registration }) => `registration_id = '${registration}'`, may: writing.registration },
	tool_use: { where: ({ toolUse }) => `id = '${toolUse}'`, may: byEmployer },
};

/** Each row of each estate, changed under the serving role: done when the table of rights says so, refused or not found otherwise. */
export async function differencesOfWriting(home: RightsHome, connection: Connection): Promise<string[]> {
	const differences: string[] = [];
	for (const person of Object.values(home.cast.of)) {
		for (const estate of home.estates.filter(({ owner }) => owner === person.id)) {
			await asking(connection, person, async (query) => {
				for (const [table, { where, may }] of Object.entries(written)) {
					await query("savepoint attempt");
					const done = await query(`update ${table} set region_code = region_code where ${where(estate)} returning 1`).then(
						({ rows }) => rows.length > 0,
						(error: { code?: string }) => {
							if (error.code !== "JR003") throw error;
							return false;
						},
					);
					await query("rollback to savepoint attempt");
					const expected = (isFieldRole(person) || (table === "referral" && person.role === "integrationAgent")) && may(person, estate);
					if (done !== expected)
						differences.push(
							`${table} · ${person.role} · ${estate.situation} : ${done ? "écrit" : "refusé"} dans la base, ${expected ? "permis" : "interdit"} par la table des droits`,
						);
				}
			});
		}
	}
	return differences;
}
