import type { ColumnType, Generated } from "kysely";

/** Labour needs: what is asked, what moved their posts. As the migrations leave them; a test compares the two. */
type Computed<T> = ColumnType<T, never, never>;

export type LabourNeedTable = {
	id: string;
	region_code: string;
	employer_id: string;
	support_case_id: string | null;
	visit_id: string | null;
	establishment_id: string | null;
	occupation_code: string;
	posts: number;
	posts_filled: Generated<number>;
	posts_cancelled: Generated<number>;
	hourly_wage_cents: number | null;
	french_level: number | null;
	permanence: string | null;
	start_on: string | null;
	schedule: string | null;
	requirements: string | null;
	vacant_months: number | null;
	local_efforts: string | null;
	housing: string | null;
	recorded_on: string;
	closed_on: string | null;
	version: Generated<number>;
	open_posts: Computed<number | null>;
	recorded_at: Generated<string>;
};

export type NeedMovementTable = {
	id: string;
	region_code: string;
	labour_need_id: string;
	kind: "opened" | "filled" | "cancelled";
	quantity: number;
	occurred_on: string;
	channel: string | null;
	mission_id: string | null;
	note: string | null;
	recorded_by: string | null;
	is_first: Generated<boolean>;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type WageThresholdTable = {
	id: string;
	region_code: string;
	valid_from: string;
	cents: number;
	source: string;
	is_validated: Generated<boolean>;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type SimplifiedListTable = {
	id: string;
	region_code: string;
	valid_from: string;
	occupation_codes: string[];
	source: string;
	is_validated: Generated<boolean>;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

/** When a tool suits a need: what is null or empty asks nothing. */
export type ToolRuleTable = {
	id: string;
	region_code: string;
	rank: number;
	tool: string;
	is_active: Generated<boolean>;
	source: string;
	min_posts: number | null;
	teers: Generated<string[]>;
	occupation_codes: Generated<string[]>;
	sectors: Generated<string[]>;
	min_months: number | null;
	max_months: number | null;
	min_french: number | null;
	max_french: number | null;
	is_simplified: boolean | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};
