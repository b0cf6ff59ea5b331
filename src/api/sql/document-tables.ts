import type { ColumnType, Generated } from "kysely";

/** Files attached to records (0026); their bytes are outside of the database. */
export type DocumentTable = {
	id: string;
	region_code: string;
	employer_id: string | null;
	visit_id: string | null;
	support_case_id: string | null;
	subject_id: ColumnType<string, never, never>;
	file_name: string;
	title: string | null;
	kind: string;
	size: number;
	sha256: string;
	created_by: string;
	created_at: string;
	version: Generated<number>;
	recorded_at: Generated<string>;
};
