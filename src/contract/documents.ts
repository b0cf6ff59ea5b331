import * as z from "zod/mini";
import { type DocumentKind, documentBytes, documentKinds } from "./document-kinds.ts";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { instant } from "./journal.ts";
import { can, id, idParams, line, listQuery, localDate, nothing, page, version } from "./primitives.ts";

export const documentSubjects = ["employer", "visit", "supportCase"] as const;
const subject = z.enum(documentSubjects);
export type DocumentSubject = z.output<typeof subject>;

export const document = z.strictObject({
	id,
	/** What it is attached to; an employer's list has those of its visits and cases too. */
	subject,
	subjectId: id,
	/** The day of the visit it is attached to. */
	visitOn: z.nullable(localDate),
	fileName: z.string(),
	title: z.nullable(z.string()),
	/** By its content, whatever its name says. */
	kind: z.enum(Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]]),
	size: z.int(),
	/** Of its bytes: two identical files are kept once. */
	sha256: z.string(),
	addedById: id,
	addedByName: z.string(),
	addedAt: instant,
	version,
	can,
});
export type Document = z.output<typeof document>;

export const documentFields = {
	addedAt: { type: "text", sort: true },
	fileName: { type: "text", sort: true },
	kind: { type: "code" },
	subject: { type: "code" },
	sha256: { type: "code" },
} as const satisfies FieldSet;

const subjectParams = z.strictObject({ subject, id });
const fileName = line(200);
const title = z.nullable(line(200));

export const listDocuments = endpoint({
	id: "listDocuments",
	method: "GET",
	path: "/documents/of/{subject}/{id}",
	summary: "Documents of a visit or of a support case, or all that concern an employer (its own, those of its visits and of its cases), the latest first.",
	params: subjectParams,
	query: listQuery,
	fields: documentFields,
	output: z.strictObject({
		...page(document).shape,
		/** What may still be attached to this record: files, and bytes of all. */
		room: z.strictObject({ files: z.int(), bytes: z.number() }),
		/** `add`: attach one to it. */
		can,
	}),
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const addDocument = endpoint({
	id: "addDocument",
	method: "POST",
	path: "/documents/of/{subject}/{id}",
	summary:
		"Attaches a file, its bytes as application/octet-stream. Its content says what it is: a name that lies, a program, a page or a macro is refused. It is on the disk before it is acknowledged, and an upload that is cut leaves nothing. The Idempotency-Key is the document's id.",
	params: subjectParams,
	query: z.strictObject({ fileName, title: z.optional(line(200)) }),
	upload: { maximumBytes: documentBytes },
	output: document,
	status: 201,
	roles: counsellorRoles,
	refusals: ["not-found", "employer-archived", "record-full"],
});
export const getDocument = endpoint({
	id: "getDocument",
	method: "GET",
	path: "/documents/{id}",
	summary: "What is known of one document, but its bytes.",
	params: idParams,
	output: document,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const downloadDocument = endpoint({
	id: "downloadDocument",
	method: "GET",
	path: "/documents/{id}/content",
	summary: "The bytes of a document, as an attachment to be saved: never shown by the browser under our address. Its ETag is their SHA-256.",
	params: idParams,
	output: z.string(),
	file: "application/octet-stream",
	roles: fieldRoles,
	refusals: ["not-found", "content-missing"],
});
export const updateDocument = endpoint({
	id: "updateDocument",
	method: "PATCH",
	path: "/documents/{id}",
	summary: "Calls a document otherwise: its file's name, which keeps its extension, or its title.",
	params: idParams,
	body: z.partial(z.strictObject({ fileName, title })),
	output: document,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
export const removeDocument = endpoint({
	id: "removeDocument",
	method: "DELETE",
	path: "/documents/{id}",
	summary: "Takes a document away. It comes back by the undoing of this batch: its bytes are kept as long as the journal names them.",
	params: idParams,
	output: nothing,
	status: 204,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
