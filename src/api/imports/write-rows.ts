import { type Kysely, sql } from "kysely";
import type { ImportRecord } from "#contract/import-fields.ts";
import { dayOf } from "../rules/calendar.ts";
import type { Plan, PlannedRecord } from "../rules/import-row.ts";
import type { Tables } from "../sql/tables.ts";
import { findChangedResults, writeResults } from "./write-results.ts";

export type PlannedRow = { id: string; row_number: number; outcome: "create" | "update"; plan: Plan; employer_id: string; same_as_row: number | null };
/** `batchId`: the run that writes, in the journal. */
type Place = { regionCode: string; now: Date; personId: string; batchId: string };
type Left = { id: string; code: string; parameters?: Record<string, number> };

type Written = Exclude<ImportRecord, "occupation" | "missionResult">;
const records = {
	employer: "neq text, name text, sector_code text, employee_count int, advisor_id uuid, phone text, website text, activity text",
	establishment: "name text, municipality_code text, address text, postal_code text, is_main boolean",
	contact: "name text, job_title text, phone text, phone_extension text, email text, is_primary boolean",
	toolUse: "event text, occurred_on date, quantity int, source text",
} as const satisfies Record<Written, string>;
const tableOf: Record<Written, string> = { employer: "employer", establishment: "establishment", contact: "contact", toolUse: "tool_use" };
/** Those of a plan: one of each record, and as many facts as a row says. */
const partsOf = (plan: Plan, record: Written): PlannedRecord[] => (record === "toolUse" ? (plan.uses ?? []) : [plan[record] ?? []].flat());
const columnsOf = (record: keyof typeof records) => records[record].split(", ").map((column) => column.split(" ")[0] ?? "");

/**
 * A chunk, a statement for each kind of record. What somebody changed since it was checked is left, and said beside its row; the rest of the chunk is written.
 * What is kept beside the employers (their summary) is brought up to date once, at the end.
 */
export async function writeRows(db: Kysely<Tables>, place: Place, rows: PlannedRow[]): Promise<void> {
	const left = await findLeft(db, place, rows);
	const isLeft = new Set(left.map(({ id }) => id));
	const kept = rows.filter(({ id }) => !isLeft.has(id));
	await sql`select set_config('app.bulk', 'on', true)`.execute(db);
	for (const record of Object.keys(records) as Written[]) {
		const planned = kept.flatMap((row) => partsOf(row.plan, record).map((part) => ({ employerId: row.employer_id, ...part })));
		const added = await addRecords(
			db,
			place,
			record,
			planned.filter(({ version }) => version === null),
		);
		await changeRecords(db, record, planned, added);
	}
	await writeResults(db, place, kept);
	await sql`select refresh_imported(${[...new Set(kept.map(({ employer_id }) => employer_id))]}::uuid[])`.execute(db);
	await sql`select set_config('app.bulk', 'off', true)`.execute(db);
	// What an extract said is kept: a row that is matched later is compared with it.
	await sql`update import_row set is_applied = true, run = ${place.batchId}::uuid, plan = case when plan ? 'uses' then plan end where id = any(${kept.map(({ id }) => id)}::uuid[])`.execute(
		db,
	);
	if (left.length > 0)
		await sql`update import_row r set outcome = 'error', errors = jsonb_build_array(t.error) from jsonb_to_recordset(${JSON.stringify(
			left.map(({ id, ...error }) => ({ id, error: { field: null, column: null, value: null, ...error } })),
		)}::jsonb) as t(id uuid, error jsonb) where r.id = t.id`.execute(db);
}

type Standing = { id: string; version: number };

/** Held until the chunk is written: the employers that it changes, at the version at which they were compared. */
async function findLeft(db: Kysely<Tables>, { regionCode }: Place, rows: PlannedRow[]): Promise<Left[]> {
	const known = [...new Set(rows.filter(({ outcome }) => outcome === "update").map(({ employer_id }) => employer_id))];
	const seen = (plan: Plan) => [plan.establishment, plan.contact, ...(plan.uses ?? [])].flatMap((part) => (part?.version == null ? [] : [part]));
	const parts = rows.flatMap(({ plan }) => seen(plan).map(({ id }) => id));
	const neqs = rows.flatMap(({ plan }) => (typeof plan.employer?.set.neq === "string" ? [plan.employer.set.neq] : []));
	const { rows: standing } = await sql<Standing>`select id, version from employer where id = any(${known}::uuid[]) for update`.execute(db);
	const { rows: standingParts } =
		parts.length === 0
			? { rows: [] as Standing[] }
			: await sql<Standing>`select id, version from establishment where id = any(${parts}::uuid[]) union all select id, version from contact where id = any(${parts}::uuid[]) union all select id, version from tool_use where id = any(${parts}::uuid[])`.execute(
					db,
				);
	const told = await factsTold(db, rows);
	const changedResults = await findChangedResults(db, rows);
	const { rows: taken } =
		neqs.length === 0
			? { rows: [] }
			: await sql<{ id: string; neq: string }>`select id, neq from employer where region_code = ${regionCode} and neq = any(${neqs}::text[])`.execute(db);
	const versions = new Map([...standing, ...standingParts].map(({ id, version }) => [id, version]));
	const holders = new Map(taken.map(({ id, neq }) => [neq, id]));
	const added = new Set<string>();
	return rows.flatMap((row): Left[] => {
		const { plan, employer_id: employerId } = row;
		const neq = plan.employer?.set.neq;
		const holder = typeof neq === "string" ? holders.get(neq) : undefined;
		if (holder !== undefined && holder !== employerId) return [{ id: row.id, code: "import-neq-taken" }];
		if (row.outcome === "create") {
			added.add(employerId);
			if (typeof neq === "string") holders.set(neq, employerId);
			return [];
		}
		// Changed by a row above: it is our own doing. A fact that a row says, no other row of the file changes.
		if (row.same_as_row !== null && !plan.uses && !plan.results)
			return versions.has(employerId) || added.has(employerId) ? [] : [{ id: row.id, code: "import-leader-left", parameters: { row: row.same_as_row } }];
		const uses = (plan.uses ?? []).filter(({ version }) => version === null);
		const isAsSeen =
			!changedResults.has(row.id) && seen(plan).every((part) => versions.get(part.id) === part.version) && !uses.some((use) => told.has(employerId, use));
		if (versions.get(employerId) !== plan.employerVersion || !isAsSeen) return [{ id: row.id, code: "import-changed-since" }];
		for (const use of uses) told.add(employerId, use);
		return [];
	});
}

type Told = { employer_id: string; event: unknown; occurred_on: unknown; source: unknown };

/** A fact that is to be added and that somebody, another extract or a row above has recorded since: an account is active once, a day of an extract counts once. */
async function factsTold(db: Kysely<Tables>, rows: PlannedRow[]) {
	const employers = rows.filter(({ plan }) => plan.uses?.some(({ version }) => version === null)).map(({ employer_id }) => employer_id);
	const { rows: told } =
		employers.length === 0
			? { rows: [] as Told[] }
			: await sql<Told>`select employer_id, event, occurred_on, source from tool_use where employer_id = any(${employers}::uuid[]) and tool = 'employerPortal' and visit_id is null`.execute(
					db,
				);
	const isSame = (one: Told, { event, occurred_on }: PlannedRecord["set"]) =>
		one.event === event && one.occurred_on === occurred_on && (event === "account" || one.source === "extract");
	return {
		has: (employerId: string, { set }: PlannedRecord) => told.some((one) => one.employer_id === employerId && isSame(one, set)),
		add: (employerId: string, { set: { event, occurred_on, source } }: PlannedRecord) =>
			void told.push({ employer_id: employerId, event, occurred_on, source }),
	};
}

type Planned = PlannedRecord & { employerId: string };

/** Answers what it added: several rows may each add to what the first of them adds, in this chunk or in a former one. */
async function addRecords(
	db: Kysely<Tables>,
	{ regionCode, now, personId }: Place,
	record: keyof typeof records,
	planned: Planned[],
): Promise<ReadonlySet<string>> {
	if (planned.length === 0) return new Set();
	const firsts = planned.filter(({ id }, index) => planned.findIndex((one) => one.id === id) === index);
	const names = columnsOf(record);
	const rows = JSON.stringify(firsts.map(({ id, employerId, set }) => ({ ...set, id, employer_id: employerId })));
	// What is not said keeps its default.
	const values = sql.join(names.map((name) => (name.startsWith("is_") ? sql`coalesce(${sql.ref(`t.${name}`)}, false)` : sql.ref(`t.${name}`))));
	const owner = record === "employer" ? sql`created_on` : sql`employer_id`;
	const owned = record === "employer" ? sql`${dayOf(now)}::date` : sql`t.employer_id`;
	const [more, said] = record === "toolUse" ? [sql`, tool, recorded_by`, sql`, 'employerPortal', ${personId}::uuid`] : [sql``, sql``];
	const { rows: added } = await sql<{
		id: string;
	}>`insert into ${sql.table(tableOf[record])} (id, region_code, ${owner}, ${sql.join(names.map((name) => sql.ref(name)))}${more})
		select t.id, ${regionCode}::text, ${owned}, ${values}${said} from jsonb_to_recordset(${rows}::jsonb) as t(id uuid, employer_id uuid, ${sql.raw(records[record])})
		where not exists (select from ${sql.table(tableOf[record])} k where k.id = t.id) returning id`.execute(db);
	return new Set(added.map(({ id }) => id));
}

/** Several rows of one employer are one change of it, the last word last; what is not said is not touched. */
async function changeRecords(db: Kysely<Tables>, record: keyof typeof records, planned: Planned[], added: ReadonlySet<string>): Promise<void> {
	const removed = planned.flatMap(({ id, isRemoved }) => (isRemoved ? [id] : []));
	if (removed.length > 0) await sql`delete from ${sql.table(tableOf[record])} where id = any(${removed}::uuid[])`.execute(db);
	const byId = new Map<string, Record<string, unknown>>();
	const isNew = new Set(added);
	for (const { id, set, isRemoved } of planned) {
		if (isRemoved || isNew.delete(id)) continue;
		byId.set(id, { ...byId.get(id), ...set, id });
	}
	if (byId.size === 0) return;
	const names = columnsOf(record);
	const sets = sql.join(names.map((name) => sql`${sql.ref(name)} = coalesce(${sql.ref(`t.${name}`)}, ${sql.ref(`r.${name}`)})`));
	await sql`update ${sql.table(tableOf[record])} r set ${sets} from jsonb_to_recordset(${JSON.stringify([...byId.values()])}::jsonb) as t(id uuid, ${sql.raw(records[record])}) where r.id = t.id`.execute(
		db,
	);
}
