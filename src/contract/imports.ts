import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { importFieldName, importLimits, importTarget } from "./import-fields.ts";
import { instant, leftRecord } from "./journal.ts";
import { can, facetQuery, facets, id, idParams, line, listQuery, localDate, page, version } from "./primitives.ts";

/**
 * reading → checking → ready → applying → applied; `failed` and `cancelled` keep nothing of what was being written; `undoing` leads to `undone`, or to one of these two.
 * While it is reading, checking, applying or undoing, the house works by itself: read the import again.
 */
export const importStates = ["reading", "checking", "ready", "applying", "applied", "undoing", "undone", "failed", "cancelled"] as const;
export const importState = z.enum(importStates);
export type ImportState = z.output<typeof importState>;
export const workingImportStates: readonly ImportState[] = ["reading", "checking", "applying", "undoing"];

/** A, B … AA, as the spreadsheet shows it. */
export const columnLetter = z.string();

const column = z.strictObject({
	index: z.int(),
	letter: columnLetter,
	header: z.nullable(z.string()),
	/** The first different values under it. */
	samples: z.array(z.string()),
	/** What it fills; null when it is left out. */
	field: z.nullable(importFieldName),
	/** What the house would fill with it. */
	guess: z.nullable(importFieldName),
	/** `duplicate-header`, `missing-header`: said, not forbidden. */
	issue: z.nullable(z.strictObject({ code: z.string(), message: z.string() })),
});

const summary = {
	id,
	target: importTarget,
	fileName: z.string(),
	fileSize: z.int(),
	state: importState,
	createdById: id,
	createdByName: z.string(),
	createdAt: instant,
	createdOn: localDate,
	/** Null until it is applied; kept when it is undone. */
	appliedAt: z.nullable(instant),
	endedAt: z.nullable(instant),
	/** Rows by outcome; `total` is their sum. */
	counts: z.strictObject({ total: z.int(), create: z.int(), update: z.int(), same: z.int(), skip: z.int(), error: z.int() }),
	/** Rows that say something to write and wait for it: of an import that is applied, those that were matched since. */
	pending: z.int(),
	version,
	can,
};
export const importSummary = z.strictObject(summary);
export type ImportSummary = z.output<typeof importSummary>;

export const dataImport = z.strictObject({
	...summary,
	format: z.enum(["csv", "xlsx"]),
	/** Of what is under way; `total` is null while it is not known. */
	progress: z.nullable(z.strictObject({ done: z.int(), total: z.nullable(z.int()) })),
	/** How a text was read; null for a workbook. */
	reading: z.nullable(z.strictObject({ encoding: z.string(), delimiter: z.string() })),
	/** Of a workbook; `sheet` is the one that is read. */
	sheets: z.array(z.strictObject({ index: z.int(), name: z.string() })),
	sheet: z.nullable(z.int()),
	/** The row of the headings, as the spreadsheet numbers it. */
	headerRow: z.nullable(z.int()),
	columns: z.array(column),
	/** What no column fills and must be: one of each group. Nothing is checked until then. */
	missing: z.array(z.array(importFieldName)),
	/** Why it failed, with the place when there is one. */
	fault: z.nullable(z.strictObject({ code: z.string(), message: z.string(), row: z.nullable(z.int()), column: z.nullable(columnLetter) })),
	/** The same file, brought before. */
	twin: z.nullable(z.strictObject({ id, fileName: z.string(), state: importState, createdByName: z.string(), createdOn: localDate })),
	/** What was taken back, in employers, and what was left because it was changed since (the first 500). */
	undo: z.nullable(z.strictObject({ restored: z.int(), left: z.int(), records: z.array(leftRecord) })),
	/** Until when its rows and its file are kept; the import itself stays. */
	keptUntil: localDate,
});
export type DataImport = z.output<typeof dataImport>;

export const importListFields = {
	/** The order in which they were brought. */
	seq: { type: "number", sort: true },
	createdOn: { type: "date" },
	state: { type: "code", facet: true },
	target: { type: "code", facet: true },
	createdById: { type: "id", facet: true },
} as const satisfies FieldSet;
export const listImports = endpoint({
	id: "listImports",
	method: "GET",
	path: "/imports",
	summary: "Imports of the region, the latest first: who brought what, and what became of it.",
	query: listQuery,
	fields: importListFields,
	output: page(importSummary),
	roles: fieldRoles,
});
export const countImports = endpoint({
	id: "countImports",
	method: "GET",
	path: "/imports/facets",
	summary: "Imports by value of the facets asked.",
	query: facetQuery,
	fields: importListFields,
	output: facets,
	roles: fieldRoles,
});
export const getImport = endpoint({
	id: "getImport",
	method: "GET",
	path: "/imports/{id}",
	summary: "One import: where it stands, its columns, its counts.",
	params: idParams,
	output: dataImport,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createImport = endpoint({
	id: "createImport",
	method: "POST",
	path: "/imports",
	summary:
		"Receives a file (CSV or XLSX, its bytes as application/octet-stream) and begins to read it. Nothing is written to the records before it is applied. The Idempotency-Key is the import's id.",
	query: z.strictObject({ target: importTarget, fileName: line(200) }),
	upload: { maximumBytes: importLimits.bytes },
	output: dataImport,
	status: 201,
	roles: counsellorRoles,
});
export const updateImport = endpoint({
	id: "updateImport",
	method: "PATCH",
	path: "/imports/{id}",
	summary:
		"Corrects which column fills what, or chooses another sheet; the rows are checked again. `columns` names the fields by place, null for what is left out.",
	params: idParams,
	body: z.partial(z.strictObject({ columns: z.array(z.nullable(importFieldName)).check(z.maxLength(importLimits.columns)), sheet: z.int() })),
	output: dataImport,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found", "conflict"],
});
const act = { method: "POST", params: idParams, output: dataImport, roles: counsellorRoles, refusals: ["not-found", "conflict"] } as const;
export const applyImport = endpoint({
	...act,
	id: "applyImport",
	path: "/imports/{id}/apply",
	summary:
		"Begins to write what the rows say, as one batch named by the import's id; answers at once. An interruption or a failure takes everything back; of an import that was applied already, only what was matched since, which waits again.",
});
export const cancelImport = endpoint({
	...act,
	id: "cancelImport",
	path: "/imports/{id}/cancel",
	summary: "Gives up an import that is not applied; what was being written is taken back. Of one that was applied, what was matched since: it stays applied.",
});
export const undoImport = endpoint({
	...act,
	id: "undoImport",
	path: "/imports/{id}/undo",
	summary: "Takes back what an import wrote, updates included, but what somebody changed since, which is listed; answers at once.",
});
export const getImportSample = endpoint({
	id: "getImportSample",
	method: "GET",
	path: "/import-samples/{target}/{format}",
	summary: "A spreadsheet to fill in, with the headings that are recognised and two fictional rows.",
	params: z.strictObject({ target: importTarget, format: z.enum(["csv", "xlsx"]) }),
	output: z.string(),
	file: "application/octet-stream",
	roles: fieldRoles,
});
