import { sql } from "kysely";
import { type ImportFieldName, type ImportTarget, importFields, isOfFacts } from "#contract/import-fields.ts";
import type { ImportRow } from "#contract/import-rows.ts";
import { type DataImport, type ImportState, type ImportSummary, workingImportStates } from "#contract/imports.ts";
import type { LeftRecord } from "#contract/journal.ts";
import { fieldSentence, type ProblemLanguage } from "#contract/problem-text.ts";
import type { Context } from "../caller.ts";
import { letterOf } from "../imports/letters.ts";
import { mustFind } from "../presenting.ts";
import { missingOf } from "../rules/import-headings.ts";
import { isoInstant } from "../rules/instant.ts";
import { canChangeImport, canTakeBackImport } from "../rules/permissions.ts";
import { importColumns } from "./import-list.ts";

type Who = Pick<Context, "caller" | "language" | "today" | "db">;
type Said = { code: string; parameters?: Record<string, string | number> };
const sayer = (language: ProblemLanguage) => (said: Said) => fieldSentence(said.code, language, said.parameters);

export type StoredColumn = { header: string | null; samples: string[]; guess: ImportFieldName | null; issue: Said | null };
export type StoredFault = Said & { row: number | null; column: number | null };
type SummaryRow = {
	id: string;
	target: ImportTarget;
	file_name: string;
	file_size: number;
	state: ImportState;
	created_by_id: string;
	created_by_name: string;
	created_at: string;
	created_on: string;
	applied_at: string | null;
	ended_at: string | null;
	counts: Partial<ImportSummary["counts"]> & { pending?: number };
	fields: string[];
	version: number;
	kept_until: string;
};

/** Whose import it is decides what may be done with it, and where it stands what can be. */
function rightsOf({ caller, today }: Pick<Context, "caller" | "today">, row: SummaryRow): Record<string, boolean> {
	const isOwn = canChangeImport(caller, { createdBy: row.created_by_id });
	const mayTakeBack = canTakeBackImport(caller, { createdBy: row.created_by_id });
	// Its rows are no longer there.
	const isForgotten = row.kept_until < today;
	const isReady = row.state === "ready" && !isForgotten && missingOf(row.fields, row.target).length === 0;
	const change = isOwn && !isForgotten && (row.state === "ready" || row.state === "checking");
	// What was left aside of an extract is matched when its employer is known, even later.
	const match = isOwn && !isForgotten && row.state === "applied" && isOfFacts(row.target);
	return {
		change,
		decide: change || match,
		apply: isOwn && ((isReady && ((row.counts.create ?? 0) > 0 || (row.counts.update ?? 0) > 0)) || (match && (row.counts.pending ?? 0) > 0)),
		cancel: mayTakeBack && ["reading", "checking", "ready", "applying"].includes(row.state),
		undo: mayTakeBack && row.state === "applied",
	};
}

export function presentSummary(context: Pick<Context, "caller" | "today">, row: Record<string, unknown>): ImportSummary {
	const read = row as SummaryRow;
	const { create = 0, update = 0, same = 0, skip = 0, error = 0 } = read.counts;
	return {
		id: read.id,
		target: read.target,
		fileName: read.file_name,
		fileSize: read.file_size,
		state: read.state,
		createdById: read.created_by_id,
		createdByName: read.created_by_name,
		createdAt: isoInstant(read.created_at),
		createdOn: read.created_on,
		appliedAt: read.applied_at && isoInstant(read.applied_at),
		endedAt: read.ended_at && isoInstant(read.ended_at),
		pending: read.counts.pending ?? 0,
		counts: { total: create + update + same + skip + error, create, update, same, skip, error },
		version: read.version,
		can: rightsOf(context, read),
	};
}

type Row = SummaryRow & {
	format: "csv" | "xlsx";
	done: number;
	total: number | null;
	reading: DataImport["reading"];
	sheets: DataImport["sheets"];
	sheet: number | null;
	header_row: number | null;
	columns: StoredColumn[];
	fault: StoredFault | null;
	undo: { restored: number; left: number; records: LeftRecord[] } | null;
	twin: { id: string; file_name: string; state: ImportState; created_by_name: string; created_on: string } | null;
};

/** An import that has come in whole. */
export async function readImport(context: Who, id: string): Promise<DataImport> {
	const { db, caller } = context;
	const { rows } = await sql<Row>`
		select ${importColumns}, i.format, i.done, i.total, i.reading, i.sheets, i.sheet, i.header_row, i.columns, i.fault, i.undo,
			(select json_build_object('id', t.id, 'file_name', t.file_name, 'state', t.state, 'created_by_name', w.name, 'created_on', to_char(t.created_at at time zone 'America/Toronto', 'YYYY-MM-DD'))
				from import t join person w on w.id = t.created_by where t.region_code = i.region_code and t.file_hash = i.file_hash and t.seq < i.seq order by t.seq desc limit 1) as twin
		from import i join person p on p.id = i.created_by where i.id = ${id} and i.region_code = ${caller.regionCode} and i.state <> 'receiving'`.execute(db);
	const row = mustFind(rows[0]);
	const say = sayer(context.language);
	return {
		...presentSummary(context, row),
		format: row.format,
		progress: workingImportStates.includes(row.state) ? { done: row.done, total: row.total } : null,
		reading: row.reading,
		sheets: row.sheets,
		sheet: row.sheet,
		headerRow: row.header_row,
		columns: row.columns.map(({ header, samples, guess, issue }, index) => ({
			index,
			letter: letterOf(index),
			header,
			samples,
			field: fieldNamed(row.fields[index]),
			guess,
			issue: issue && { code: issue.code, message: say(issue) },
		})),
		missing: row.columns.length === 0 ? [] : missingOf(row.fields, row.target),
		fault: row.fault && {
			code: row.fault.code,
			message: say(row.fault),
			row: row.fault.row,
			column: row.fault.column === null ? null : letterOf(row.fault.column),
		},
		twin: row.twin && {
			id: row.twin.id,
			fileName: row.twin.file_name,
			state: row.twin.state,
			createdByName: row.twin.created_by_name,
			createdOn: row.twin.created_on,
		},
		undo: row.undo,
		keptUntil: row.kept_until,
	};
}

export const fieldNamed = (name: string | undefined): ImportFieldName | null => (name && Object.hasOwn(importFields, name) ? (name as ImportFieldName) : null);

export type StoredError = Said & { column: number | null; field: ImportFieldName | null; value: string | null };

type StoredRow = Pick<ImportRow, "id" | "name" | "outcome" | "choice" | "matches" | "changes" | "cells"> & {
	row_number: number;
	errors: StoredError[];
	same_as_row: number | null;
	employer_id: string | null;
	is_applied: boolean;
};

export function presentRow({ language }: Pick<Context, "language">, { state }: Pick<DataImport, "state">, row: Record<string, unknown>): ImportRow {
	const read = row as StoredRow;
	const say = sayer(language);
	return {
		id: read.id,
		rowNumber: read.row_number,
		name: read.name,
		outcome: read.outcome,
		choice: read.choice,
		errors: read.errors.map((error) => ({
			column: error.column === null ? null : letterOf(error.column),
			field: error.field,
			value: error.value,
			code: error.code,
			message: say(error),
		})),
		matches: read.matches,
		sameAsRow: read.same_as_row,
		changes: read.changes,
		employerId: read.employer_id,
		isApplied: state === "applied" && read.is_applied,
		cells: read.cells,
	};
}
