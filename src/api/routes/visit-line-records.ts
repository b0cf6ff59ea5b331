import { sql } from "kysely";
import type { VisitReport } from "#contract/visit-report.ts";
import type { Context } from "../caller.ts";
import { snakeName, snakeRow } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { type Line, type LineList, lineFields, lineLists, type PlacedLine, planLines, readLines } from "../rules/visit-lines.ts";
import { coOwnersOf } from "./follow-up-record.ts";
import { openCaseOf } from "./record-employer.ts";

/** The table of each list; `dated` is the day of the record, `untouched` what nobody has worked on since. */
const tables = {
	needs: { name: "labour_need", dated: "recorded_on", hasCase: true, untouched: sql<boolean>`posts_filled = 0 and posts_cancelled = 0 and closed_on is null` },
	nextSteps: { name: "follow_up", dated: "created_on", hasCase: true, untouched: sql<boolean>`done_on is null and outcome is null` },
	toolUses: { name: "tool_use", dated: null, hasCase: false, untouched: sql<boolean>`true` },
} as const satisfies Record<LineList, unknown>;

type Owner = { visitId: string; employerId: string; supportCaseId: string | null; recordedOn: string };

const columnsOf = (list: LineList) =>
	lineFields(list)
		.filter((field) => field !== "id")
		.map(snakeName);

async function writeLines({ db, caller }: Context, list: LineList, owner: Owner, lines: PlacedLine[]): Promise<void> {
	if (lines.length === 0) return;
	const { name, dated, hasCase } = tables[list];
	const common: Record<string, unknown> = {
		region_code: caller.regionCode,
		employer_id: owner.employerId,
		visit_id: owner.visitId,
		...(hasCase ? { support_case_id: owner.supportCaseId } : { recorded_by: caller.personId }),
		...(dated ? { [dated]: owner.recordedOn } : {}),
	};
	const content = columnsOf(list);
	const all = ["id", ...content, ...Object.keys(common)];
	const rows = lines.map(({ line }) => ({ ...snakeRow(line), ...common }) as Record<string, unknown>);
	const table = sql.table(name);
	const { rows: written } = await sql<{ id: string; settled: number }>`
		insert into ${table} (${sql.join(all.map((column) => sql.ref(column)))}) values ${sql.join(rows.map((row) => sql`(${sql.join(all.map((column) => sql`${row[column]}`))})`))}
		on conflict (id) do update set ${sql.join(content.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))}, version = ${sql.ref(`${name}.version`)} + 1
			where ${sql.ref(`${name}.visit_id`)} = ${owner.visitId}
		returning id, ${list === "needs" ? sql`posts_filled + posts_cancelled` : sql`0`} as settled`.execute(db);
	// An id that names the record of another visit is never written over.
	const taken = lines.filter(({ line }) => !written.some(({ id }) => id === line.id));
	if (taken.length > 0) throw new Refusal("id-taken", { fields: taken.map(({ index }) => ({ path: `report.${list}.${index}.id`, code: "id-taken" })) });
	const exceeded = lines.filter(({ line }) => (written.find(({ id }) => id === line.id)?.settled ?? 0) > Number(line.posts ?? 0));
	if (list === "needs" && exceeded.length > 0)
		throw new Refusal("invalid-input", { fields: exceeded.map(({ index }) => ({ path: `report.needs.${index}.posts`, code: "posts-exceeded" })) });
}

/** A record goes with its line only if it is still what the line said: what someone has worked on since stays. */
async function withdrawLines({ db }: Context, list: LineList, visitId: string, lines: Line[]): Promise<void> {
	const { name, untouched } = tables[list];
	for (const { id, ...content } of lines) {
		const unchanged = Object.entries(snakeRow(content)).map(([column, value]) => sql`${sql.ref(column)} is not distinct from ${value}`);
		await sql`delete from ${sql.table(name)} where id = ${id} and visit_id = ${visitId} and ${untouched} and ${sql.join(unchanged, sql` and `)}`.execute(db);
	}
}

/** The visit went to another employer or another day: so do its records, whatever was done with them since. */
async function moveRecords({ db }: Context, owner: Owner): Promise<void> {
	for (const { name, dated, hasCase } of Object.values(tables)) {
		const changes = [
			sql`employer_id = ${owner.employerId}`,
			...(hasCase ? [sql`support_case_id = ${owner.supportCaseId}`] : []),
			...(dated ? [sql`${sql.ref(dated)} = ${owner.recordedOn}`] : []),
			sql`version = version + 1`,
		];
		await sql`update ${sql.table(name)} set ${sql.join(changes)} where visit_id = ${owner.visitId}`.execute(db);
	}
}

const earlier = (a: string, b: string) => (a < b ? a : b);

type Stored = { id: string; employerIds: string[]; occurredOn: string; report: VisitReport };

/** Complete lines become records under their own id; they belong to the first employer of the visit and to its case under way. */
export async function saveLines(context: Context, before: Stored | null, after: Stored): Promise<void> {
	const { today } = context;
	const employerId = after.employerIds[0] as string;
	const stored = before ? readLines(before.report, today).complete : { needs: [], nextSteps: [], toolUses: [] };
	const { complete } = readLines(after.report, today);
	const plans = lineLists.map((list) => ({ list, ...planLines(stored[list], complete[list]) }));
	const moves = before !== null && (before.employerIds[0] !== employerId || before.occurredOn !== after.occurredOn);
	if (!moves && plans.every(({ write, withdraw }) => write.length === 0 && withdraw.length === 0)) return;
	// A visit planned for next week records today what is already known.
	const owner: Owner = {
		visitId: after.id,
		employerId,
		supportCaseId: await openCaseOf(context, employerId),
		recordedOn: earlier(after.occurredOn, today),
	};
	if (moves) await moveRecords(context, owner);
	for (const { list, write, withdraw } of plans) {
		await withdrawLines(context, list, after.id, withdraw);
		await writeLines(context, list, owner, write);
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
	const { complete } = readLines(visit.report, context.today);
	for (const list of lineLists)
		await withdrawLines(
			context,
			list,
			visit.id,
			complete[list].map(({ line }) => line),
		);
}

/** A case opened since the draft takes in what the visit recorded before it. */
export async function joinOpenCase(context: Context, visitId: string, employerId: string): Promise<void> {
	const supportCaseId = await openCaseOf(context, employerId);
	if (!supportCaseId) return;
	for (const table of ["labour_need", "follow_up"] as const)
		await sql`update ${sql.table(table)} set support_case_id = ${supportCaseId}, version = version + 1 where visit_id = ${visitId} and support_case_id is null`.execute(
			context.db,
		);
}
