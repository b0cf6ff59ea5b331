import { type RawBuilder, sql } from "kysely";
import { type DocumentKind, documentKinds } from "#contract/document-kinds.ts";
import { type Document, type DocumentSubject, documentFields } from "#contract/documents.ts";
import type { ListDefinition } from "../list.ts";
import { camelRow } from "../presenting.ts";

const subject = sql`(case when d.employer_id is not null then 'employer' when d.visit_id is not null then 'visit' else 'supportCase' end)`;
const addedAt = sql`to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns: Record<keyof typeof documentFields, RawBuilder<unknown>> = {
	addedAt,
	fileName: sql.ref("d.file_name"),
	kind: sql.ref("d.kind"),
	subject,
	sha256: sql.ref("d.sha256"),
};

/** Of an employer, all that concerns it: what its visits and its cases hold is a part of what is known of it. */
const within = (of: DocumentSubject, id: string): RawBuilder<boolean> =>
	of === "employer"
		? sql<boolean>`d.subject_id in (select ${id}::uuid union all select v.visit_id from visit_employer v where v.employer_id = ${id} union all select c.id from support_case c where c.employer_id = ${id})`
		: sql<boolean>`d.subject_id = ${id}::uuid`;

export const documentsOf = (of: DocumentSubject, id: string): ListDefinition => ({
	fields: documentFields,
	column: (field) => columns[field as keyof typeof documentFields],
	from: sql`document d`,
	id: sql.ref("d.id"),
	scope: ({ caller }) => sql<boolean>`d.region_code = ${caller.regionCode} and ${within(of, id)}`,
	select: () => documentColumns,
	defaultSort: "-addedAt",
	neverNull: ["addedAt", "fileName"],
});

export const documentColumns = sql`d.id, ${subject} as subject, d.subject_id, (select v.occurred_on from visit v where v.id = d.visit_id) as visit_on, d.file_name, d.title, d.kind, d.size, d.sha256,
	d.created_by as added_by_id, (select p.name from person p where p.id = d.created_by) as added_by_name, ${addedAt} as added_at, d.version, coalesce(may_write_document(to_jsonb(d)), false) as is_theirs`;

export function presentDocument(row: Record<string, unknown>): Document {
	const { isTheirs, ...document } = camelRow<Omit<Document, "can"> & { isTheirs: boolean }>(row);
	return { ...document, can: { update: isTheirs, remove: isTheirs } };
}

export const mediaTypeOf = (kind: string): string => documentKinds[kind as DocumentKind] ?? "application/octet-stream";
