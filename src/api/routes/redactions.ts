import { sql } from "kysely";
import { listRedactions, type Redaction, redactRecord } from "#contract/journal.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { camelRow, mustFind, snakeName } from "../presenting.ts";
import { requireWritableEmployer } from "./employers.ts";
import { entityOf, instant, visible } from "./journal.ts";

const tombstone = "[caviardé]";

async function readRedactions({ db, caller }: Context, id?: string): Promise<Redaction[]> {
	const { rows } = await sql<Record<string, unknown> & { entity: string }>`
		select r.id, r.entity, r.entity_id, r.fields, r.reason, r.revisions, r.ordered_by, ${instant} from redaction r
		where r.region_code = ${caller.regionCode} ${id ? sql`and r.id = ${id}` : sql``} order by r.recorded_at desc, r.id`.execute(db);
	return rows.map(({ at, ...row }) => ({ ...camelRow<Omit<Redaction, "recordedAt">>(row), entity: entityOf(row.entity), recordedAt: String(at) }));
}

export const redactionRoutes = [
	implement(redactRecord, async (context, { body }) => {
		const { db, caller, now, today } = context;
		const contact = await db
			.selectFrom("contact")
			.select(["id", "employer_id"])
			.where("id", "=", body.entityId)
			.where("region_code", "=", caller.regionCode)
			.forUpdate()
			.executeTakeFirst();
		const fields = body.fields.map(snakeName);
		if (contact) {
			await requireWritableEmployer(context, contact.employer_id, true);
			// A contact keeps a name: the tombstone says that one was there.
			await db
				.updateTable("contact")
				.set(Object.fromEntries(fields.map((field) => [field, field === "name" ? tombstone : null])))
				.where("id", "=", contact.id)
				.execute();
		} else {
			// Taken away since, by an undo: the journal still holds it, in the region where it was.
			const { rows: past } =
				await sql`select 1 from revision r where r.entity = 'contact' and r.entity_id = ${body.entityId} and ${visible(context)} limit 1`.execute(db);
			mustFind(past[0]);
		}
		const { rows } = await sql<{
			revisions: number;
		}>`select redact_revisions('contact', ${body.entityId}::uuid, ${`{${fields.join(",")}}`}::text[], ${tombstone}) as revisions`.execute(db);
		await sql`select forget_import_files(${body.entityId}::uuid, ${now.toISOString()}::timestamptz, ${today}::date)`.execute(db);
		await db
			.insertInto("redaction")
			.values({
				id: body.id,
				region_code: caller.regionCode,
				entity: "contact",
				entity_id: body.entityId,
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
