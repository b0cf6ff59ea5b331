import type { ColumnType, Generated } from "kysely";

/** Imports and what they stage (0008). */
type Computed<T> = ColumnType<T, never, never>;
type NullableJson = ColumnType<object | null, string | null | undefined, string | null>;
type Json = ColumnType<object, string | undefined, string>;

export type ImportTable = {
	id: string;
	seq: Computed<string>;
	region_code: string;
	target: string;
	file_name: string;
	file_size: number;
	file_hash: string;
	format: string;
	state: string;
	undo_leads_to: string | null;
	created_by: string;
	created_at: string;
	applied_at: string | null;
	ended_at: string | null;
	kept_until: string;
	asked_by: string;
	asked_role: string;
	done: Generated<number>;
	total: number | null;
	reading: NullableJson;
	sheets: Json;
	sheet: number | null;
	header_row: number | null;
	columns: Json;
	fields: Generated<string[]>;
	counts: Json;
	fault: NullableJson;
	undo: NullableJson;
	undo_batch: string | null;
	/** The batches under which it wrote, the last one last (0031). */
	runs: Generated<string[]>;
	lease_owner: string | null;
	lease_until: string | null;
	version: Generated<number>;
};

export type ImportPieceTable = {
	import_id: string;
	position: number;
	region_code: string;
	bytes: Uint8Array;
};

export type ImportRowTable = {
	id: Generated<string>;
	import_id: string;
	region_code: string;
	row_number: number;
	cells: Json;
	outcome: Generated<string>;
	choice: string | null;
	chosen_employer: string | null;
	name: string | null;
	key_neq: string | null;
	key_name: string | null;
	same_as_row: number | null;
	employer_id: string | null;
	errors: Json;
	matches: Json;
	changes: Json;
	plan: NullableJson;
	is_applied: Generated<boolean>;
	run: string | null;
};
