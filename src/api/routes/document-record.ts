import { sql } from "kysely";
import type { Document, DocumentSubject } from "#contract/documents.ts";
import type { Context } from "../caller.ts";
import type { DocumentPort } from "../documents/document-store.ts";
import { mustFind } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { canWriteEmployer, canWriteSupportCase, canWriteVisit } from "../rules/permissions.ts";
import { documentColumns, presentDocument } from "./document-list.ts";

type Reading = Pick<Context, "db" | "caller">;

export async function readDocument({ db, caller }: Reading, id: string): Promise<Document> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${documentColumns} from document d where d.id = ${id} and d.region_code = ${caller.regionCode}`.execute(db);
	return presentDocument(mustFind(rows[0]));
}

/** A document attaches to a record that the caller sees; who writes the record writes its documents. */
export async function readSubject({ db, caller }: Reading, of: DocumentSubject, id: string): Promise<{ isTheirs: boolean; isArchived: boolean }> {
	const { regionCode } = caller;
	if (of === "employer") {
		const row = await db
			.selectFrom("employer")
			.select(["advisor_id", "archived_on"])
			.where("id", "=", id)
			.where("region_code", "=", regionCode)
			.executeTakeFirst();
		const { advisor_id, archived_on } = mustFind(row);
		return { isTheirs: canWriteEmployer(caller, { regionCode, advisorId: advisor_id }), isArchived: archived_on !== null };
	}
	if (of === "visit") {
		const { rows } = await sql<{ is_here: boolean; advisers: string[] }>`
			select visit_is_here(v.id) as is_here, (select coalesce(json_agg(a.person_id), '[]'::json) from visit_adviser a where a.visit_id = v.id) as advisers
			from visit v where v.id = ${id} and v.region_code = ${regionCode}`.execute(db);
		const { is_here, advisers } = mustFind(rows[0]);
		return { isTheirs: canWriteVisit(caller, { regionCode, adviserIds: advisers, isHere: is_here }), isArchived: false };
	}
	const { rows } = await sql<{ advisor_id: string | null; employer_advisor: string | null; is_here: boolean }>`
		select c.advisor_id, e.advisor_id as employer_advisor, e.id is not null as is_here from support_case c left join employer e on e.id = c.employer_id where c.id = ${id} and c.region_code = ${regionCode}`.execute(
		db,
	);
	// Of an employer that left the region, what was written is read and no longer added to.
	const { advisor_id, employer_advisor, is_here } = mustFind(rows[0]);
	return { isTheirs: is_here && canWriteSupportCase(caller, { regionCode, advisorId: advisor_id, employerAdvisorId: employer_advisor }), isArchived: false };
}

/** Before a byte is read, and again when it is written. */
export async function requireWritable(reading: Reading, of: DocumentSubject, id: string): Promise<void> {
	const { isTheirs, isArchived } = await readSubject(reading, of, id);
	if (!isTheirs) throw new Refusal("forbidden");
	if (isArchived) throw new Refusal("employer-archived");
}

/** What the record itself still holds, files and bytes. */
export async function roomOf(
	{ db }: Reading,
	id: string,
	port: Pick<DocumentPort, "filesPerRecord" | "bytesPerRecord">,
): Promise<{ files: number; bytes: number }> {
	const { rows } = await sql<{
		files: number;
		bytes: string;
	}>`select count(*)::int as files, coalesce(sum(size), 0) as bytes from document where subject_id = ${id}`.execute(db);
	const { files = 0, bytes = "0" } = rows[0] ?? {};
	return { files: Math.max(0, port.filesPerRecord - files), bytes: Math.max(0, port.bytesPerRecord - Number(bytes)) };
}

/** Held until the end of the request; rights first, then the version. */
export async function holdDocument(reading: Reading, id: string): Promise<Document> {
	mustFind(
		await reading.db
			.selectFrom("document")
			.select("id")
			.where("id", "=", id)
			.where("region_code", "=", reading.caller.regionCode)
			.forUpdate()
			.executeTakeFirst(),
	);
	const document = await readDocument(reading, id);
	if (!document.can.update) throw new Refusal("forbidden");
	return document;
}
