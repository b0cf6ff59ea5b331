import { type RawBuilder, sql } from "kysely";
import { importRowFields } from "#contract/import-rows.ts";
import { importListFields } from "#contract/imports.ts";
import type { ListDefinition } from "../list.ts";

const columns: Record<keyof typeof importListFields, RawBuilder<unknown>> = {
	seq: sql.ref("i.seq"),
	createdOn: sql`(i.created_at at time zone 'America/Toronto')::date`,
	state: sql.ref("i.state"),
	target: sql.ref("i.target"),
	createdById: sql.ref("i.created_by"),
};

export const importColumns = sql`i.id, i.target, i.file_name, i.file_size, i.state, i.created_by as created_by_id, p.name as created_by_name, i.created_at, i.applied_at, i.ended_at, i.counts, i.version,
	to_char(i.created_at at time zone 'America/Toronto', 'YYYY-MM-DD') as created_on, i.fields, i.kept_until`;

export const importList: ListDefinition = {
	fields: importListFields,
	column: (field) => columns[field as keyof typeof importListFields],
	from: sql`import i join person p on p.id = i.created_by`,
	id: sql.ref("i.id"),
	// What is still coming in is nothing yet.
	scope: ({ caller }) => sql<boolean>`i.region_code = ${caller.regionCode} and i.state <> 'receiving'`,
	found: (patterns) => sql<boolean>`fold(concat_ws(' ', i.file_name, p.name)) like all(${patterns}::text[])`,
	select: () => importColumns,
	defaultSort: "-seq",
	neverNull: ["seq"],
};

const rowColumns: Record<keyof typeof importRowFields, RawBuilder<unknown>> = {
	rowNumber: sql.ref("r.row_number"),
	name: sql.ref("r.name"),
	outcome: sql.ref("r.outcome"),
	chosen: sql`(r.choice is not null)`,
	unmatched: sql`(r.employer_id is null and r.outcome = 'skip' and r.choice is distinct from 'skip')`,
	duplicate: sql`(r.same_as_row is not null or r.matches <> '[]')`,
};

/** The rows of one import: a list of its own, in the order of the file. */
export const rowListOf = (importId: string): ListDefinition => ({
	fields: importRowFields,
	column: (field) => rowColumns[field as keyof typeof importRowFields],
	from: sql`import_row r`,
	id: sql.ref("r.id"),
	scope: ({ caller }) => sql<boolean>`r.import_id = ${importId} and r.region_code = ${caller.regionCode}`,
	found: (patterns) => sql<boolean>`fold(concat_ws(' ', r.name, r.cells::text)) like all(${patterns}::text[])`,
	select: () => sql`r.id, r.row_number, r.name, r.outcome, r.choice, r.errors, r.matches, r.same_as_row, r.changes, r.employer_id, r.is_applied, r.cells`,
	defaultSort: "rowNumber",
	neverNull: ["rowNumber"],
});
