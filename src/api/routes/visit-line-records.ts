import { sql } from "kysely";
import type { VisitReport } from "#contract/visit-report.ts";
import type { Context } from "../caller.ts";
import { snakeName, snakeRow } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { type Line, type LineList, lineFields, lineLists, lodged, type PlacedLine, planLines, readLines } from "../rules/visit-lines.ts";
import { coOwnersOf } from "./follow-up-record.ts";
import { correctOpenings } from "./need-movement-record.ts";
import { openCasesOf } from "./record-employer.ts";
import { requireFrancisation } from "./visit-francisation.ts";
import { saveReferrals, withdrawReferrals } from "./visit-referrals.ts";

/** The table of each list; `dated` is the day of the record, `untouched` what nobody has worked on since. */
const tables = {
	needs: {
		name: "labour_need",
		dated: "recorded_on",
		hasCase: true,
		untouched: sql<boolean>`posts_filled = 0 and posts_cancelled = 0 and closed_on is null and not exists (select from mission_post p where p.labour_need_id = labour_need.id)`,
	},
	nextSteps: { name: "follow_up", dated: "created_on", hasCase: true, untouched: sql<boolean>`done_on is null and outcome is null` },
	toolUses: { name: "tool_use", dated: null, hasCase: false, untouched: sql<boolean>`true` },
} as const satisfies Record<LineList, unknown>;

/** What all the records of a visit share, and the open case of each employer. */
type Owner = { visitId: string; partnerId: string | null; cases: Map<string, string>; recordedOn: string };

const columnsOf = (list: LineList) =>
	lineFields(list)
		.filter((field) => field !== "id")
		.map(snakeName);

async function writeLines({ db, caller }: Context, list: LineList, owner: Owner, lines: PlacedLine[]): Promise<void> {
	if (lines.length === 0) return;
	const { name, dated, hasCase } = tables[list];
	const common: Record<string, unknown> = {
		region_code: caller.regionCode,
		visit_id: owner.visitId,
		...(hasCase ? {} : { recorded_by: caller.personId }),
		...(dated ? { [dated]: owner.recordedOn } : {}),
		...(list === "nextSteps" ? { partner_id: owner.partnerId } : {}),
	};
	const homeOf = ({ employerId }: PlacedLine) => ({
		employer_id: employerId,
		...(hasCase ? { support_case_id: (employerId && owner.cases.get(employerId)) ?? null } : {}),
	});
	const content = [...columnsOf(list), "employer_id", ...(hasCase ? ["support_case_id"] : [])];
	const all = ["id", ...content, ...Object.keys(common)];
	const rows = lines.map((placed) => ({ ...snakeRow(placed.line), ...common, ...homeOf(placed) }) as Record<string, unknown>);
	// The case that a record has joined is kept as long as the record stays with the same employer.
	const changed = (column: string) =>
		column === "support_case_id"
			? sql`support_case_id = case when ${sql.ref(`${name}.employer_id`)} is not distinct from excluded.employer_id then ${sql.ref(`${name}.support_case_id`)} else excluded.support_case_id end`
			: sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`;
	const table = sql.table(name);
	// Posts are what the movements of the need say: its line corrects the opening it came with.
	const kept = list === "needs" ? content.filter((column) => column !== "posts") : content;
	const { rows: written } = await sql<{ id: string }>`
		insert into ${table} (${sql.join(all.map((column) => sql.ref(column)))}) values ${sql.join(rows.map((row) => sql`(${sql.join(all.map((column) => sql`${row[column]}`))})`))}
		on conflict (id) do update set ${sql.join(kept.map(changed))}, version = ${sql.ref(`${name}.version`)} + 1
			where ${sql.ref(`${name}.visit_id`)} = ${owner.visitId}
		returning id`.execute(db);
	// An id that names the record of another visit is never written over.
	const taken = lines.filter(({ line }) => !written.some(({ id }) => id === line.id));
	if (taken.length > 0) throw new Refusal("id-taken", { fields: taken.map(({ index }) => ({ path: `report.${list}.${index}.id`, code: "id-taken" })) });
	if (list === "needs") await correctOpenings({ db }, lines);
}

/** A record goes with its line only if it is still what the line said: what someone has worked on since stays. */
async function withdrawLines({ db }: Context, list: LineList, visitId: string, lines: Line[]): Promise<void> {
	const { name, untouched } = tables[list];
	for (const { id, ...content } of lines) {
		const unchanged = Object.entries(snakeRow(content)).map(([column, value]) => sql`${sql.ref(column)} is not distinct from ${value}`);
		await sql`delete from ${sql.table(name)} where id = ${id} and visit_id = ${visitId} and ${untouched} and ${sql.join(unchanged, sql` and `)}`.execute(db);
	}
}

/** Records that go to another employer of the visit, whatever was done with them since. */
async function moveRecords({ db }: Context, list: LineList, owner: Owner, employerId: string, which: ReturnType<typeof sql<boolean>>): Promise<void> {
	const { name, hasCase } = tables[list];
	await sql`update ${sql.table(name)} set employer_id = ${employerId}${hasCase ? sql`, support_case_id = ${owner.cases.get(employerId) ?? null}` : sql``}, version = version + 1
		where visit_id = ${owner.visitId} and ${which}`.execute(db);
}

/** Another day: all the records of the visit bear it. */
async function dateRecords({ db }: Context, owner: Owner): Promise<void> {
	for (const { name, dated } of Object.values(tables))
		if (dated)
			await sql`update ${sql.table(name)} set ${sql.ref(dated)} = ${owner.recordedOn}, version = version + 1 where visit_id = ${owner.visitId}`.execute(db);
}

/** From employers to a partner, or back: what is to be done goes along. */
async function moveSteps({ db }: Context, owner: Owner, employerId: string | null): Promise<void> {
	const supportCaseId = (employerId && owner.cases.get(employerId)) ?? null;
	await sql`update follow_up set employer_id = ${employerId}, partner_id = ${owner.partnerId}, support_case_id = ${supportCaseId}, version = version + 1
		where visit_id = ${owner.visitId}`.execute(db);
}

const earlier = (a: string, b: string) => (a < b ? a : b);

type Stored = { id: string; employerIds: string[]; partnerId?: string | null | undefined; occurredOn: string; report: VisitReport };

/** Complete lines become records under their own id; they belong to the employer they name, or to the first of the visit, and to its case under way. */
export async function saveLines(context: Context, before: Stored | null, after: Stored): Promise<void> {
	const { today } = context;
	await saveReferrals(context, before, after);
	const { complete } = readLines(after.report, today);
	const stored = before ? readLines(before.report, today).complete : { needs: [], nextSteps: [], toolUses: [] };
	const plans = lineLists.map((list) => ({
		list,
		...planLines(lodged(stored[list], before?.employerIds ?? []), lodged(complete[list], after.employerIds)),
	}));
	const leavesSomeone = before?.employerIds.some((id) => !after.employerIds.includes(id)) ?? false;
	const isMovedInTime = before !== null && before.occurredOn !== after.occurredOn;
	const changesSubject = before !== null && (before.partnerId ?? null) !== (after.partnerId ?? null);
	if (!leavesSomeone && !isMovedInTime && !changesSubject && plans.every(({ write, move, withdraw }) => write.length + move.length + withdraw.length === 0))
		return;
	const uses = plans.find(({ list }) => list === "toolUses");
	if (uses) await requireFrancisation(context, after.id, lodged(complete.toolUses, after.employerIds), [...uses.write, ...uses.move]);
	const [first] = after.employerIds;
	const concerned = new Set(plans.flatMap(({ write, move }) => [...write, ...move]).flatMap(({ employerId }) => employerId ?? []));
	if ((leavesSomeone || changesSubject) && first) concerned.add(first);
	const owner: Owner = {
		visitId: after.id,
		partnerId: after.partnerId ?? null,
		cases: await openCasesOf(context, [...concerned]),
		// A visit planned for next week records today what is already known.
		recordedOn: earlier(after.occurredOn, today),
	};
	if (isMovedInTime) await dateRecords(context, owner);
	if (changesSubject) await moveSteps(context, owner, first ?? null);
	for (const { list, write, move, withdraw } of plans) {
		await withdrawLines(context, list, after.id, withdraw);
		for (const employerId of new Set(move.flatMap((placed) => placed.employerId ?? []))) {
			const ids = move.filter((placed) => placed.employerId === employerId).map(({ line }) => line.id);
			await moveRecords(context, list, owner, employerId, sql<boolean>`id in (${sql.join(ids)})`);
		}
		await writeLines(context, list, owner, write);
		// What stays of a line withdrawn, because somebody worked on it, does not stay with an employer that was not visited.
		if (leavesSomeone && first) await moveRecords(context, list, owner, first, sql<boolean>`employer_id not in (${sql.join(after.employerIds)})`);
	}
}

type Chosen = { id: string; kind: string; title: string; ownerId: string; dueOn: string; ruleCode: string | null; coOwnerIds?: string[] | undefined };

/** What was chosen from the catalogue is a next step like those that were typed: read, corrected and withdrawn with them. */
export const withChosen = (report: VisitReport, chosen: readonly Chosen[]): VisitReport =>
	chosen.length === 0 ? report : { ...report, nextSteps: [...(report.nextSteps ?? []), ...chosen.map(({ coOwnerIds: _shared, ...line }) => line)] };

/** A line names who answers for it; whom it is shared with is said of the record. */
export async function shareLines({ db }: Context, chosen: readonly Chosen[]): Promise<void> {
	for (const { id, ownerId, coOwnerIds } of chosen) {
		const others = coOwnersOf(coOwnerIds, ownerId) ?? [];
		if (others.length > 0) await db.updateTable("follow_up").set({ co_owner_ids: others }).where("id", "=", id).execute();
	}
}

/** A visit that did not take place leaves no need nor next step behind, except those somebody has worked on. */
export async function withdrawAllLines(context: Context, visit: Stored): Promise<void> {
	await withdrawReferrals(context, visit);
	const { complete } = readLines(visit.report, context.today);
	for (const list of lineLists)
		await withdrawLines(
			context,
			list,
			visit.id,
			complete[list].map(({ line }) => line),
		);
}

/** A case opened since the draft takes in what the visit recorded of its employer before it. */
export async function joinOpenCases(context: Context, visitId: string, employerIds: string[]): Promise<void> {
	for (const [employerId, supportCaseId] of await openCasesOf(context, employerIds))
		for (const table of ["labour_need", "follow_up"] as const)
			await sql`update ${sql.table(table)} set support_case_id = ${supportCaseId}, version = version + 1
				where visit_id = ${visitId} and employer_id = ${employerId} and support_case_id is null`.execute(context.db);
}
