import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { importFieldName, importRecords } from "./import-fields.ts";
import { columnLetter, dataImport } from "./imports.ts";
import { facetQuery, facets, id, idParams, listQuery, page } from "./primitives.ts";

/** What a row does: adds, changes, finds nothing to change, is left out, cannot be read. */
export const importOutcomes = ["create", "update", "same", "skip", "error"] as const;
export const importOutcome = z.enum(importOutcomes);
export type ImportOutcome = z.output<typeof importOutcome>;
export const importChoices = ["create", "update", "skip"] as const;
export const importChoice = z.enum(importChoices);

export const importRow = z.strictObject({
	id,
	/** As the spreadsheet shows it. */
	rowNumber: z.int(),
	/** What the row is about, as it is written. */
	name: z.nullable(z.string()),
	outcome: importOutcome,
	/** What somebody decided; null when the house did. */
	choice: z.nullable(importChoice),
	/** Beside each cell; without a column, of the whole row. */
	errors: z.array(
		z.strictObject({
			column: z.nullable(columnLetter),
			field: z.nullable(importFieldName),
			value: z.nullable(z.string()),
			code: z.string(),
			message: z.string(),
		}),
	),
	/** The employers it may be, the surest first, and why: `neq`, `name` (with the municipality), `phone`, `domain`. */
	matches: z.array(
		z.strictObject({
			employerId: id,
			name: z.string(),
			municipalityCode: z.nullable(z.string()),
			advisorId: z.nullable(id),
			reasons: z.array(z.enum(["neq", "name", "phone", "domain"])),
			isChosen: z.boolean(),
		}),
	),
	/** The row of the file that is of the same employer, above. */
	sameAsRow: z.nullable(z.int()),
	/** What changes, field by field, as it is stored (codes, ids); `before` is null where there was nothing, `isNew` when the record itself is added. */
	changes: z.array(
		z.strictObject({ record: z.enum(importRecords), field: importFieldName, isNew: z.boolean(), before: z.nullable(z.string()), after: z.string() }),
	),
	/** The employer that it changes, or will add; a link once `isApplied`. */
	employerId: z.nullable(id),
	isApplied: z.boolean(),
	cells: z.array(z.nullable(z.string())),
});
export type ImportRow = z.output<typeof importRow>;

export const importRowFields = {
	rowNumber: { type: "number", sort: true },
	name: { type: "text", sort: true },
	outcome: { type: "code", facet: true },
	chosen: { type: "boolean", facet: true },
	duplicate: { type: "boolean", facet: true },
	/** Left aside for want of an employer: to be matched by hand. */
	unmatched: { type: "boolean", facet: true },
} as const satisfies FieldSet;

export const listImportRows = endpoint({
	id: "listImportRows",
	method: "GET",
	path: "/imports/{id}/rows",
	summary: "Rows of an import in the order of the file, a page at a time: what each does, what it changes, what it may double.",
	params: idParams,
	query: listQuery,
	fields: importRowFields,
	output: page(importRow),
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const countImportRows = endpoint({
	id: "countImportRows",
	method: "GET",
	path: "/imports/{id}/rows/facets",
	summary: "Rows of an import by value of the facets asked.",
	params: idParams,
	query: facetQuery,
	fields: importRowFields,
	output: facets,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const chooseImportRows = endpoint({
	id: "chooseImportRows",
	method: "POST",
	path: "/imports/{id}/choices",
	summary:
		"Decides for the rows named, or for all of an outcome: create, update the employer found (`employerId` when there are several), skip, or null for what the house proposes. They are checked again.",
	params: idParams,
	body: z.strictObject({
		rows: z.optional(z.array(id).check(z.minLength(1, { error: "required" }), z.maxLength(500))),
		outcome: z.optional(importOutcome),
		choice: z.nullable(importChoice),
		employerId: z.optional(id),
	}),
	output: dataImport,
	roles: counsellorRoles,
	refusals: ["not-found", "conflict"],
});
export const getFailedImportRows = endpoint({
	id: "getFailedImportRows",
	method: "GET",
	path: "/imports/{id}/failed-rows",
	summary: "The rows that could not be read or written, as a CSV that can be corrected and brought again, with the reason of each.",
	params: idParams,
	output: z.string(),
	file: "text/csv",
	roles: fieldRoles,
	refusals: ["not-found"],
});
