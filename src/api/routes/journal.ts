import { type RawBuilder, sql } from "kysely";
import { getVersion, type JournalEntity, listChanges, listHistory, type Revision, streamChanges, undoBatch } from "#contract/journal.ts";
import { noteAccountEvent } from "../accounts.ts";
import type { Context } from "../caller.ts";
import { implement, implementStream } from "../implement.ts";
import { camelName, camelRow, mustFind, snakeName } from "../presenting.ts";
import { Refusal, sqlStateOf } from "../refusal.ts";
import { addDays } from "../rules/calendar.ts";
import { changesBetween, fieldsOf, isFieldTold, mayReadHistory } from "../rules/history.ts";
import { undoUntouchedBatch } from "../undo-untouched.ts";
import { noteHandOverUndone } from "./hand-overs.ts";

type Image = Record<string, unknown>;
type Row = {
	seq: string;
	entity: string;
	entity_id: string;
	root_id: string;
	version: number;
	op: "i" | "u" | "d";
	before: Image | null;
	after: Image | null;
	at: string;
	actor: string | null;
	actor_name: string | null;
	batch_id: string | null;
};

export const entityOf = (table: string) => camelName(table) as JournalEntity;
const actions = { i: "created", u: "changed", d: "removed" } as const;
/** Microseconds, for two changes of one batch bear one instant and two batches never do. */
export const instant = sql<string>`to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
export const visible = ({ caller }: Context) => sql<boolean>`(r.region_after = ${caller.regionCode} or r.region_before = ${caller.regionCode})`;

function presentRevision(row: Row): Revision {
	return {
		seq: Number(row.seq),
		entity: entityOf(row.entity),
		entityId: row.entity_id,
		version: row.version,
		action: actions[row.op],
		recordedAt: row.at,
		actorId: row.actor,
		actorName: row.actor_name,
		batchId: row.batch_id,
		// Gone to another region, what it became is not ours to read: nothing is said rather than « emptied ».
		changes: row.op !== "d" && row.after === null ? [] : changesBetween(row.before && camelRow<Image>(row.before), row.after && camelRow<Image>(row.after)),
	};
}

type Told = { total: string; whole: string; actors: { id: string | null; name: string | null }[]; fields: string[] };
type HistoryQuery = { actor?: string | undefined; field?: string | undefined; from?: string | undefined; to?: string | undefined };
const and = (conditions: RawBuilder<unknown>[]) => (conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `));
/** A day is one of Québec. */
const dayIn = (day: string) => sql`(${day}::date at time zone 'America/Toronto')`;

function filtersOf({ actor, field, from, to }: HistoryQuery): RawBuilder<unknown>[] {
	// The blocks of a report bear their names as they are stored.
	const column = field?.startsWith("report.") ? field : field && snakeName(field);
	return [
		...(actor ? [actor === "house" ? sql`r.actor is null` : sql`r.actor = ${actor}`] : []),
		...(column ? [sql`${column} = any(r.fields)`] : []),
		...(from ? [sql`r.recorded_at >= ${dayIn(from)}`] : []),
		...(to ? [sql`r.recorded_at < ${dayIn(addDays(to, 1))}`] : []),
	];
}

function requireReader({ caller }: Context, entity: JournalEntity) {
	if (!mayReadHistory(caller.role, entity)) throw new Refusal("forbidden");
}

/**
 * Somebody else's work is undone by a manager only; a batch of another region does not exist here, nor does a redaction, which cannot be taken back, nor an import, which has its own undo.
 * A slip is undone, not a life: what a report or a case has gone through stays after a day.
 */
async function requireOwnBatch(context: Context, batchId: string) {
	const dayAgo = new Date(context.now.getTime() - 86_400_000).toISOString();
	const { rows } = await sql<{ actors: (string | null)[]; own: boolean; late: boolean }>`
		select array_agg(distinct r.actor::text) as actors, bool_or(r.entity in ('visit', 'visit_addendum', 'stage_change', 'case_evidence') and r.recorded_at < ${dayAgo}::timestamptz) as late, bool_and(coalesce(r.region_before, r.region_after) = ${context.caller.regionCode} and coalesce(r.region_after, r.region_before) = ${context.caller.regionCode}) and count(*) = batch_size(${batchId}::uuid) as own
		from revision r where r.batch_id = ${batchId}::uuid and not exists (select from redaction d where d.id = r.batch_id) and not exists (select from import i where i.id = r.batch_id or r.batch_id = any(i.runs)) having count(*) > 0`.execute(
		context.db,
	);
	const { actors, own, late } = mustFind(rows[0]);
	if (!own) throw new Refusal("not-found");
	if (context.caller.role !== "manager" && !actors.every((actor) => actor === context.caller.personId)) throw new Refusal("forbidden");
	if (late) throw new Refusal("changed-since");
}

/** An account let in again, or no longer, by an undo: what happened to it is written where the rest is. */
async function noteAccess({ db, caller, now, requestId }: Context, batchId: string) {
	const { rows } = await sql<{ id: string; disabled_at: string | null }>`
		select p.id, p.disabled_at from person p join revision r on r.entity = 'person' and r.entity_id = p.id and r.version = p.version
		where p.id in (select entity_id from revision where batch_id = ${batchId}::uuid and entity = 'person') and (r.before ->> 'disabled_at' is null) <> (p.disabled_at is null)`.execute(
		db,
	);
	for (const person of rows) {
		if (person.disabled_at) await db.deleteFrom("session").where("person_id", "=", person.id).execute();
		const kind = person.disabled_at ? "disabled" : "enabled";
		await noteAccountEvent(db, { personId: person.id, regionCode: caller.regionCode, kind, at: now, actor: caller.personId, requestId });
	}
}

async function undoWhole({ db }: Context, batchId: string) {
	const { rows } = await sql<{ outcome: string }>`select outcome from undo_batch(${batchId}::uuid)`.execute(db);
	if (rows.some(({ outcome }) => outcome !== "undone")) throw new Refusal("changed-since");
	return { undone: rows.length, left: [] };
}

export const journalRoutes = [
	// One statement: what it was, what it became (the next version keeps it, or the row that stands), and in which fields they differ.
	implement(listHistory, async (context, { params, query }) => {
		requireReader(context, params.entity);
		const limit = query.limit ?? 50;
		const { rows } = await sql<Partial<Row> & Told>`
			with pairs as materialized (
				select r.seq, r.entity, r.entity_id, r.version, r.op, r.recorded_at, image_now(r.entity, r.before) as before, r.actor, r.batch_id,
					case when r.op <> 'd' then coalesce(image_now(n.entity, n.before), (select image from standing_rows(r.entity, array[r.entity_id]))) end as after
				from revision r left join revision n on n.entity = r.entity and n.entity_id = r.entity_id and n.version = r.version + 1
				where r.root_id = ${params.id} and ${visible(context)} and exists (select from revision x where x.entity = ${snakeName(params.entity)} and x.entity_id = ${params.id})),
			told as materialized (
				select r.*, p.name as actor_name, case when r.op <> 'd' and r.after is null then '{}' else changed_fields(r.before, r.after) end as fields
				from pairs r left join person p on p.id = r.actor),
			kept as (select r.* from told r where ${and(filtersOf(query))}),
			shown as (select r.seq, r.entity, r.entity_id, r.version, r.op, r.before, r.after, ${instant}, r.actor, r.actor_name, r.batch_id from kept r
				where ${query.after ? sql`r.seq < ${query.after}::bigint` : sql`true`} order by r.seq desc limit ${limit + 1})
			select shown.*, t.* from (select (select count(*) from kept) as total, (select count(*) from told) as whole,
				(select coalesce(jsonb_agg(distinct jsonb_build_object('id', actor, 'name', actor_name)), '[]') from told) as actors,
				(select coalesce(array_agg(distinct field), '{}') from told, unnest(fields) field) as fields) t left join shown on true order by shown.seq desc`.execute(
			context.db,
		);
		const told = mustFind(rows[0]);
		if (Number(told.whole) === 0) throw new Refusal("not-found");
		const found = rows.filter((row): row is Row & Told => row.seq != null);
		const items = found.slice(0, limit).map(presentRevision);
		return {
			items,
			total: Number(told.total),
			next: found.length > limit ? String(items.at(-1)?.seq) : null,
			whole: Number(told.whole),
			actors: told.actors,
			fields: told.fields.map(camelName).filter(isFieldTold),
		};
	}),

	implement(getVersion, async (context, { params }) => {
		requireReader(context, params.entity);
		const version = Number(params.version);
		const table = snakeName(params.entity);
		const { rows } = await sql<{ op: string; image: Image | null }>`
			select r.op, coalesce(image_now(n.entity, n.before), (select image from standing_rows(r.entity, array[r.entity_id]))) as image from revision r
			left join revision n on n.entity = r.entity and n.entity_id = r.entity_id and n.version = r.version + 1
			where r.entity = ${table} and r.entity_id = ${params.id} and r.version = ${version} and ${visible(context)}`.execute(context.db);
		const row = mustFind(rows[0]);
		if (row.op === "d" || !row.image) throw new Refusal("not-found");
		return { version, fields: fieldsOf(camelRow<Image>(row.image)) };
	}),

	implement(undoBatch, async (context, { params, query }) => {
		await requireOwnBatch(context, params.id);
		try {
			const answer = query.what === "untouched" ? await undoUntouchedBatch(context.db, params.id) : await undoWhole(context, params.id);
			await noteAccess(context, params.id);
			await noteHandOverUndone(context, params.id, answer.left);
			return answer;
		} catch (error) {
			// A record that others have begun to refer to is no longer ours alone to take back.
			const state = sqlStateOf(error);
			if (state === "23503" || state === "23505" || state === "JR007") throw new Refusal("changed-since");
			// A person is disabled, never taken away.
			if (state === "42501") throw new Refusal("forbidden");
			throw error;
		}
	}),

	implement(listChanges, async (context, { query }) => {
		const { db, caller } = context;
		const limit = query.limit ?? 500;
		// One statement, one instant: what is not shown up to the tip is of other regions, and is not read again.
		const { rows } = await sql<Row & { seq: string | null; tip: string }>`
			select f.*, t.tip from (select journal_tip() as tip) t left join lateral (
				select r.seq, r.entity, r.entity_id, r.root_id, r.version, r.op, ${instant}, r.actor, r.batch_id from revision r
				where r.seq > coalesce(${query.since ?? null}::bigint, t.tip) and ${visible(context)} order by r.seq limit ${limit + 1}) f on true order by f.seq`.execute(
			db,
		);
		const found = rows.filter(({ seq }) => seq !== null);
		const shown = found.slice(0, limit);
		const more = found.length > limit;
		return {
			items: shown
				.filter(({ entity }) => mayReadHistory(caller.role, entityOf(entity)))
				.map((row) => ({
					seq: Number(row.seq),
					entity: entityOf(row.entity),
					entityId: row.entity_id,
					rootId: row.root_id,
					version: row.version,
					action: actions[row.op],
					recordedAt: row.at,
					actorId: row.actor,
					batchId: row.batch_id,
				})),
			next: Number(more ? shown.at(-1)?.seq : rows[0]?.tip),
			more,
		};
	}),

	implementStream(streamChanges, async ({ caller, ports, request }, query) => {
		if (!ports.changes) throw new Refusal("not-found");
		const last = query?.since ?? request.headers.get("last-event-id") ?? "";
		return ports.changes.open(caller, /^[0-9]{1,15}$/.test(last) ? Number(last) : null);
	}),
];
