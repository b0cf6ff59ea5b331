import { type Kysely, sql } from "kysely";
import type { PlannedResults } from "../rules/import-row.ts";
import type { Tables } from "../sql/tables.ts";

type Row = { id: string; plan: { results?: PlannedResults } };

/** The rows whose registration, or a figure of that day, somebody changed since they were checked; the registrations are held until the chunk is written. */
export async function findChangedResults(db: Kysely<Tables>, rows: Row[]): Promise<Set<string>> {
	const planned = rows.flatMap(({ id, plan: { results } }) => (results ? [{ id, results }] : []));
	if (planned.length === 0) return new Set();
	const ids = [...new Set(planned.map(({ results }) => results.registrationId))].sort();
	const { rows: held } = await sql<{
		id: string;
		version: number;
	}>`select id, version from mission_registration where id = any(${ids}::uuid[]) order by id for update`.execute(db);
	const { rows: known } = await sql<{ registration_id: string; measure: string; known_on: string; version: number }>`
		select registration_id, measure, known_on, version from mission_result where registration_id = any(${ids}::uuid[])`.execute(db);
	const key = (...parts: unknown[]) => parts.join(" ");
	const versions = new Map(held.map(({ id, version }) => [id, version]));
	const figures = new Map(known.map((one) => [key(one.registration_id, one.measure, one.known_on), one.version]));
	const isAsSeen = ({ registrationId, version, cells }: PlannedResults) =>
		versions.get(registrationId) === version &&
		cells.every(({ version: seen, set }) => (figures.get(key(registrationId, set.measure, set.known_on)) ?? null) === seen);
	return new Set(planned.filter(({ results }) => !isAsSeen(results)).map(({ id }) => id));
}

/** The figures of a chunk, in one statement. */
export async function writeResults(db: Kysely<Tables>, { regionCode, personId }: { regionCode: string; personId: string }, rows: Row[]): Promise<void> {
	const cells = rows.flatMap(({ plan: { results } }) =>
		(results?.cells ?? []).map(({ id, set }) => ({ ...set, id, registration_id: results?.registrationId })),
	);
	if (cells.length === 0) return;
	await sql`insert into mission_result (id, region_code, registration_id, measure, known_on, value, recorded_by)
		select t.id, ${regionCode}, t.registration_id, t.measure, t.known_on, t.value, ${personId}::uuid
		from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as t (id uuid, registration_id uuid, measure text, known_on date, value int)
		on conflict (registration_id, measure, known_on) do update set value = excluded.value, recorded_by = excluded.recorded_by`.execute(db);
}
