import { sql } from "kysely";
import {
	getVersion,
	type JournalEntity,
	listChanges,
	listHistory,
	listRedactions,
	type Redaction,
	type Revision,
	redactRecord,
	streamChanges,
	undoBatch,
} from "#contract/journal.ts";
import type { Context } from "../caller.ts";
import { implement, implementStream } from "../implement.ts";
import { camelName, camelRow, mustFind, snakeName } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { changesBetween, fieldsOf, mayReadHistory } from "../rules/history.ts";
import { requireWritableEmployer } from "./employers.ts";

type Image = Record<string, unknown>;
type Row = {
	seq: string;
	entity: string;
	entity_id: string;
	root_id: string;
	version: number;
	op: "i" | "u" | "d";
	before: Image | null;
	next: Image | null;
	at: string;
	actor: string | null;
	actor_name: string | null;
	batch_id: string | null;
};

const entityOf = (table: string) => camelName(table) as JournalEntity;
const actions = { i: "created", u: "changed", d: "removed" } as const;
/** Microseconds, for two changes of one batch bear one instant and two batches never do. */
const instant = sql<string>`to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
const visible = ({ caller }: Context) => sql<boolean>`(r.region_after = ${caller.regionCode} or r.region_before = ${caller.regionCode})`;

/** The rows that stand now, for what the page shows as its latest version: the journal keeps only what was before. By table and id. */
async function readStanding({ db }: Context, rows: Row[]): Promise<Map<string, Image>> {
	const latest = rows.filter(({ op, next }) => op !== "d" && next === null);
	const standing = new Map<string, Image>();
	for (const table of new Set(latest.map(({ entity }) => entity))) {
		const ids = latest.filter(({ entity }) => entity === table).map(({ entity_id }) => entity_id);
		const { rows: found } = await sql<{ id: string; image: Image }>`select id, image from standing_rows(${table}, ${ids}::uuid[])`.execute(db);
		for (const { id, image } of found) standing.set(`${table} ${id}`, image);
	}
	return standing;
}

function presentRevision(row: Row, standing: Map<string, Image>): Revision {
	const after = row.op === "d" ? null : (row.next ?? standing.get(`${row.entity} ${row.entity_id}`));
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
		changes: after === undefined ? [] : changesBetween(row.before && camelRow<Image>(row.before), after && camelRow<Image>(after)),
	};
}

function requireReader({ caller }: Context, entity: JournalEntity) {
	if (!mayReadHistory(caller.role, entity)) throw new Refusal("forbidden");
}

/**
 * Somebody else's work is undone by a manager only; a batch of another region does not exist here, nor does a redaction, which cannot be taken back.
 * A slip is undone, not a life: what a report or a case has gone through stays after a day.
 */
async function requireOwnBatch(context: Context, batchId: string) {
	const dayAgo = new Date(context.now.getTime() - 86_400_000).toISOString();
	const { rows } = await sql<{ actors: (string | null)[]; own: boolean; late: boolean }>`
		select array_agg(distinct r.actor::text) as actors, bool_or(r.entity in ('visit', 'visit_addendum', 'stage_change', 'case_evidence') and r.recorded_at < ${dayAgo}::timestamptz) as late, bool_and(coalesce(r.region_before, r.region_after) = ${context.caller.regionCode} and coalesce(r.region_after, r.region_before) = ${context.caller.regionCode}) and count(*) = batch_size(${batchId}::uuid) as own
		from revision r where r.batch_id = ${batchId}::uuid and not exists (select from redaction d where d.id = r.batch_id) having count(*) > 0`.execute(
		context.db,
	);
	const { actors, own, late } = mustFind(rows[0]);
	if (!own) throw new Refusal("not-found");
	if (context.caller.role !== "manager" && !actors.every((actor) => actor === context.caller.personId)) throw new Refusal("forbidden");
	if (late) throw new Refusal("changed-since");
}

const tombstone = "[caviardé]";

async function readRedactions({ db, caller }: Context, id?: string): Promise<Redaction[]> {
	const { rows } = await sql<Record<string, unknown> & { entity: string }>`
		select r.id, r.entity, r.entity_id, r.fields, r.reason, r.revisions, r.ordered_by, ${instant} from redaction r
		where r.region_code = ${caller.regionCode} ${id ? sql`and r.id = ${id}` : sql``} order by r.recorded_at desc, r.id`.execute(db);
	return rows.map(({ at, ...row }) => ({ ...camelRow<Omit<Redaction, "recordedAt">>(row), entity: entityOf(row.entity), recordedAt: String(at) }));
}

export const journalRoutes = [
	implement(listHistory, async (context, { params, query }) => {
		requireReader(context, params.entity);
		const limit = query.limit ?? 50;
		const scope = sql`r.root_id = ${params.id} and ${visible(context)} and exists (select from revision x where x.entity = ${snakeName(params.entity)} and x.entity_id = ${params.id})`;
		const { rows } = await sql<Row>`
			select r.seq, r.entity, r.entity_id, r.version, r.op, image_now(r.entity, r.before) as before, image_now(n.entity, n.before) as next, ${instant}, r.actor, p.name as actor_name, r.batch_id
			from revision r left join revision n on n.entity = r.entity and n.entity_id = r.entity_id and n.version = r.version + 1 left join person p on p.id = r.actor
			where ${scope} ${query.after ? sql`and r.seq < ${query.after}::bigint` : sql``} order by r.seq desc limit ${limit + 1}`.execute(context.db);
		const { rows: counted } = await sql<{ total: string }>`select count(*) as total from revision r where ${scope}`.execute(context.db);
		const total = Number(counted[0]?.total ?? 0);
		if (total === 0) throw new Refusal("not-found");
		const shown = rows.slice(0, limit);
		const standing = await readStanding(context, shown);
		return { items: shown.map((row) => presentRevision(row, standing)), total, next: rows.length > limit ? String(shown.at(-1)?.seq) : null };
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

	implement(undoBatch, async (context, { params }) => {
		await requireOwnBatch(context, params.id);
		try {
			const { rows } = await sql<{ outcome: string }>`select outcome from undo_batch(${params.id}::uuid)`.execute(context.db);
			if (rows.some(({ outcome }) => outcome !== "undone")) throw new Refusal("changed-since");
			return { undone: rows.length };
		} catch (error) {
			// A record that others have begun to refer to is no longer ours alone to take back.
			if (typeof error === "object" && error !== null && "code" in error && (error.code === "23503" || error.code === "23505"))
				throw new Refusal("changed-since");
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

	implementStream(streamChanges, async (caller, changes, request, query) => {
		const last = query?.since ?? request.headers.get("last-event-id") ?? "";
		return changes.open(caller, /^[0-9]{1,15}$/.test(last) ? Number(last) : null);
	}),

	implement(redactRecord, async (context, { body }) => {
		const { db, caller, now } = context;
		const contact = mustFind(
			await db
				.selectFrom("contact")
				.select(["id", "employer_id"])
				.where("id", "=", body.entityId)
				.where("region_code", "=", caller.regionCode)
				.forUpdate()
				.executeTakeFirst(),
		);
		await requireWritableEmployer(context, contact.employer_id, true);
		const fields = body.fields.map(snakeName);
		// A contact keeps a name: the tombstone says that one was there.
		await db
			.updateTable("contact")
			.set(Object.fromEntries(fields.map((field) => [field, field === "name" ? tombstone : null])))
			.where("id", "=", contact.id)
			.execute();
		const { rows } = await sql<{
			revisions: number;
		}>`select redact_revisions('contact', ${contact.id}::uuid, ${`{${fields.join(",")}}`}::text[], ${tombstone}) as revisions`.execute(db);
		await db
			.insertInto("redaction")
			.values({
				id: body.id,
				region_code: caller.regionCode,
				entity: "contact",
				entity_id: contact.id,
				fields: body.fields,
				reason: body.reason,
				revisions: rows[0]?.revisions ?? 0,
				ordered_by: caller.personId,
				recorded_at: now.toISOString(),
			})
			.execute();
		return mustFind((await readRedactions(context, body.id))[0]);
	}),

	implement(listRedactions, async (context) => ({ items: await readRedactions(context) })),
];
