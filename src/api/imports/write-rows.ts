import { type Kysely, sql } from "kysely";
import { importRecords } from "#contract/import-fields.ts";
import { dayOf } from "../rules/calendar.ts";
import type { Plan, PlannedRecord } from "../rules/import-plan.ts";
import type { Tables } from "../sql/tables.ts";

export type PlannedRow = { id: string; row_number: number; outcome: "create" | "update"; plan: Plan; employer_id: string; same_as_row: number | null };
type Place = { importId: string; regionCode: string; now: Date };
type Left = { id: string; code: string; parameters?: Record<string, number> };

const records = {
	employer: "neq text, name text, sector_code text, employee_count int, advisor_id uuid, phone text, website text, activity text",
	establishment: "name text, municipality_code text, address text, postal_code text, is_main boolean",
	contact: "name text, job_title text, phone text, phone_extension text, email text, is_primary boolean",
} as const;
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
	for (const record of importRecords) {
		const planned = kept.flatMap((row) => (row.plan[record] ? [{ employerId: row.employer_id, ...row.plan[record] }] : []));
		await addRecords(
			db,
			place,
			record,
			planned.filter(({ version }) => version === null),
		);
		await changeRecords(db, record, planned);
	}
	await sql`select refresh_imported(${[...new Set(kept.map(({ employer_id }) => employer_id))]}::uuid[])`.execute(db);
	await sql`select set_config('app.bulk', 'off', true)`.execute(db);
	await sql`update import_row set is_applied = true, plan = null where id = any(${kept.map(({ id }) => id)}::uuid[])`.execute(db);
	if (left.length > 0)
		await sql`update import_row r set outcome = 'error', errors = jsonb_build_array(t.error) from jsonb_to_recordset(${JSON.stringify(
			left.map(({ id, ...error }) => ({ id, error: { field: null, column: null, value: null, ...error } })),
		)}::jsonb) as t(id uuid, error jsonb) where r.id = t.id`.execute(db);
}

type Standing = { id: string; version: number };

/** Held until the chunk is written: the employers that it changes, at the version at which they were compared. */
async function findLeft(db: Kysely<Tables>, { regionCode }: Place, rows: PlannedRow[]): Promise<Left[]> {
	const known = [...new Set(rows.filter(({ outcome }) => outcome === "update").map(({ employer_id }) => employer_id))];
	const parts = rows.flatMap(({ plan }) => [plan.establishment, plan.contact].flatMap((part) => (part?.version == null ? [] : [part.id])));
	const neqs = rows.flatMap(({ plan }) => (typeof plan.employer?.set.neq === "string" ? [plan.employer.set.neq] : []));
	const { rows: standing } = await sql<Standing>`select id, version from employer where id = any(${known}::uuid[]) for update`.execute(db);
	const { rows: standingParts } =
		parts.length === 0
			? { rows: [] as Standing[] }
			: await sql<Standing>`select id, version from establishment where id = any(${parts}::uuid[]) union all select id, version from contact where id = any(${parts}::uuid[])`.execute(
					db,
				);
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
		// Changed by a row above: it is our own doing.
		if (row.same_as_row !== null)
			return versions.has(employerId) || added.has(employerId) ? [] : [{ id: row.id, code: "import-leader-left", parameters: { row: row.same_as_row } }];
		const isAsSeen = (part: PlannedRecord | undefined) => part?.version == null || versions.get(part.id) === part.version;
		return versions.get(employerId) === plan.employerVersion && isAsSeen(plan.establishment) && isAsSeen(plan.contact)
			? []
			: [{ id: row.id, code: "import-changed-since" }];
	});
}

type Planned = PlannedRecord & { employerId: string };

async function addRecords(db: Kysely<Tables>, { regionCode, now }: Place, record: keyof typeof records, planned: Planned[]): Promise<void> {
	if (planned.length === 0) return;
	const names = columnsOf(record);
	const rows = JSON.stringify(planned.map(({ id, employerId, set }) => ({ ...set, id, employer_id: employerId })));
	// What is not said keeps its default.
	const values = sql.join(names.map((name) => (name.startsWith("is_") ? sql`coalesce(${sql.ref(`t.${name}`)}, false)` : sql.ref(`t.${name}`))));
	const owner = record === "employer" ? sql`created_on` : sql`employer_id`;
	const owned = record === "employer" ? sql`${dayOf(now)}::date` : sql`t.employer_id`;
	await sql`insert into ${sql.table(record)} (id, region_code, ${owner}, ${sql.join(names.map((name) => sql.ref(name)))})
		select t.id, ${regionCode}::text, ${owned}, ${values} from jsonb_to_recordset(${rows}::jsonb) as t(id uuid, employer_id uuid, ${sql.raw(records[record])})`.execute(
		db,
	);
}

/** Several rows of one employer are one change of it, the last word last; what is not said is not touched. */
async function changeRecords(db: Kysely<Tables>, record: keyof typeof records, planned: Planned[]): Promise<void> {
	const byId = new Map<string, Record<string, unknown>>();
	const isNew = new Set<string>();
	for (const { id, version, set } of planned) {
		if (version === null && !isNew.has(id) && !byId.has(id)) isNew.add(id);
		else byId.set(id, { ...byId.get(id), ...set, id });
	}
	if (byId.size === 0) return;
	const names = columnsOf(record);
	const sets = sql.join(names.map((name) => sql`${sql.ref(name)} = coalesce(${sql.ref(`t.${name}`)}, ${sql.ref(`r.${name}`)})`));
	await sql`update ${sql.table(record)} r set ${sets} from jsonb_to_recordset(${JSON.stringify([...byId.values()])}::jsonb) as t(id uuid, ${sql.raw(records[record])}) where r.id = t.id`.execute(
		db,
	);
}
