import type { ColumnType, Generated } from "kysely";

/** Immigration lines (0034). */
type Computed<T> = ColumnType<T, never, never>;

export type ImmigrationLineTable = {
	id: string;
	region_code: string;
	employer_id: string;
	labour_need_id: string | null;
	mission_id: string | null;
	label: string;
	path: string;
	stream: string | null;
	country: string | null;
	occupation_code: string | null;
	hired_on: string;
	advertised_on: string | null;
	filed_on: string | null;
	decided_on: string | null;
	caq_on: string | null;
	permit_filed_on: string | null;
	permit_approved_on: string | null;
	permit_expires_on: string | null;
	csq_on: string | null;
	residence_on: string | null;
	arrived_on: string | null;
	started_on: string | null;
	ended_on: string | null;
	end_reason: string | null;
	note: string | null;
	newcomer_answer: string | null;
	newcomer_offered_on: string | null;
	state: Computed<string>;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

/** What is known of a line at work after so many months (0039). */
export type RetentionCheckTable = {
	id: string;
	region_code: string;
	immigration_line_id: string;
	months: number;
	known_on: string;
	still_employed: boolean;
	recorded_by: string;
	version: Generated<number>;
	recorded_at: Generated<string>;
};
