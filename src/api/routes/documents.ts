import type { Transaction } from "kysely";
import { addDocument, type DocumentSubject, downloadDocument, getDocument, listDocuments, removeDocument, updateDocument } from "#contract/documents.ts";
import { asCaller, type Context } from "../caller.ts";
import { kindOfContent } from "../documents/content-kind.ts";
import { replayOrKeep } from "../idempotency.ts";
import { implement, implementFile, implementUpload, type Upload } from "../implement.ts";
import { readPage } from "../list-page.ts";
import { requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { cleanFileName, extensionOf } from "../rules/document-names.ts";
import type { Tables } from "../sql/tables.ts";
import { documentsOf, mediaTypeOf, presentDocument } from "./document-list.ts";
import { holdDocument, readDocument, readSubject, requireWritable, roomOf } from "./document-record.ts";

const columnOf = (subject: DocumentSubject) => ({ employer: "employer_id", visit: "visit_id", supportCase: "support_case_id" })[subject];
const noRoom = { filesPerRecord: 0, bytesPerRecord: 0 };

function readName(path: string, typed: string): string {
	const name = cleanFileName(typed);
	if (name === null) throw invalid(path, "file-name");
	return name;
}

/**
 * The right, then the bytes, then what they are, then one transaction: the bytes are on the disk under their own name before the row is acknowledged,
 * and under the journal's lock, which whoever sweeps the folder takes too.
 */
async function receive({ ports, caller, params, query, id, body, requestId }: Upload<typeof addDocument>) {
	const { documents } = ports;
	if (!documents) throw new Refusal("not-found");
	const fileName = readName("query.fileName", query.fileName);
	await asCaller(ports.database, caller, (db) => requireWritable({ db, caller }, params.subject, params.id));
	const received = await documents.store.receive(body.chunks());
	try {
		const kind = await kindOfContent(received.content, fileName);
		const now = ports.now();
		const { sha256, size } = received;
		const write = async (db: Transaction<Tables>) => {
			await requireWritable({ db, caller }, params.subject, params.id);
			const room = await roomOf({ db, caller }, params.id, documents);
			if (room.files < 1 || room.bytes < size) throw new Refusal("record-full");
			await received.keep();
			await db
				.insertInto("document")
				.values({
					id,
					region_code: caller.regionCode,
					...{ employer_id: null, visit_id: null, support_case_id: null, [columnOf(params.subject)]: params.id },
					file_name: fileName,
					title: query.title ?? null,
					kind,
					size,
					sha256,
					created_by: caller.personId,
					created_at: now.toISOString(),
				})
				.execute();
			return readDocument({ db, caller }, id);
		};
		const request = { params, query, sha256 };
		return await asCaller(ports.database, caller, (db) => replayOrKeep({ db, caller, now }, id, `${addDocument.id} ${params.id}`, request, () => write(db)), {
			requestId,
			batchId: id,
			at: now,
		});
	} finally {
		await received.drop();
	}
}

export const documentRoutes = [
	implement(listDocuments, async (context, { params, query }) => {
		const { isTheirs, isArchived } = await readSubject(context, params.subject, params.id);
		const { rows, total, next } = await readPage(context, documentsOf(params.subject, params.id), query);
		const room = await roomOf(context, params.id, context.documents ?? noRoom);
		return { items: rows.map(presentDocument), total, next, room, can: { add: isTheirs && !isArchived && context.documents !== undefined } };
	}),

	implementUpload(addDocument, receive as (upload: Upload<typeof addDocument>) => Promise<never>),

	implement(getDocument, (context, { params }) => readDocument(context, params.id)),

	implementFile(downloadDocument, async (context: Context, { params }) => {
		const { fileName, kind, sha256, size } = await readDocument(context, params.id);
		const content = await context.documents?.store.open(sha256);
		if (content?.size !== size) throw new Refusal("content-missing");
		return { name: fileName, body: content, type: mediaTypeOf(kind), sha256 };
	}),

	implement(updateDocument, async (context, { params, body, ifMatch }) => {
		const before = await holdDocument(context, params.id);
		await requireVersion(ifMatch, before.version, async () => before);
		const fileName = body.fileName === undefined ? undefined : readName("fileName", body.fileName);
		const extension = extensionOf(before.fileName);
		if (fileName !== undefined && extensionOf(fileName) !== extension) throw invalid("fileName", "keep-extension", { extension });
		await context.db
			.updateTable("document")
			.set({ ...snakeRow({ fileName, title: body.title }), version: before.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readDocument(context, params.id);
	}),

	implement(removeDocument, async (context, { params, ifMatch }) => {
		const before = await holdDocument(context, params.id);
		await requireVersion(ifMatch, before.version, async () => before);
		await context.db.deleteFrom("document").where("id", "=", params.id).execute();
		return null;
	}),
];
