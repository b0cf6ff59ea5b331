import type { ColumnType, Generated } from "kysely";

type Computed<T> = ColumnType<T, never, never>;

/** What every office starts with: regions and territories, points of service, occupations, sectors, stages, vocabularies. The tables as the migrations leave them. */

export type CaseStageTable = {
	code: string;
	position: number;
};

export type StageSettingTable = {
	id: string;
	region_code: string;
	stage: string;
	label_fr: string;
	label_en: string;
	short_fr: string;
	short_en: string;
	stale_after_days: number | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type IndicatorParameterTable = {
	name: string;
	day: string | null;
	days: number | null;
};

export type InteractionKindTable = {
	code: string;
	counts_as_support: boolean;
	counts_as_visit: boolean;
};

export type MrcTable = {
	code: string;
	name: string;
	kind: string;
	seat: string;
	municipality_count: number;
	tile_column: number | null;
	tile_row: number | null;
	tile_label: string | null;
};

export type MrcRegionTable = {
	mrc_code: string;
	region_code: string;
	valid_from: string;
	valid_to: string | null;
};

export type MunicipalityTable = {
	code: string;
	name: string;
	mrc_code: string;
	latitude: number;
	longitude: number;
};

export type OccupationTable = {
	code: string;
	label_fr: string;
	label_en: string;
	search: Computed<string | null>;
};

export type RegionTable = {
	code: string;
	name: string;
};

export type SectorTable = {
	code: string;
	label_fr: string;
	label_en: string;
};

export type StageCriterionTable = {
	code: string;
	stage: string;
	position: number;
	label_fr: string;
	label_en: string;
	kind: Generated<"entry" | "exit">;
	shown_by: string | null;
};

export type TermTable = {
	vocabulary: string;
	code: string;
	label_fr: string;
	label_en: string;
	position: Generated<number>;
	valid_from: Generated<string>;
	valid_to: string | null;
};

export type ServicePointTable = {
	id: string;
	region_code: string;
	name: string;
	municipality_code: string | null;
	host: string;
	valid_from: string;
	valid_to: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type FollowUpRuleTable = {
	code: string;
	trigger: string;
	kind: string;
	title_fr: string;
	title_en: string;
	due_count: number;
	due_unit: string;
	anchor: Generated<string>;
	repeat_every: number | null;
	repeat_unit: string | null;
	escalate_after_days: number | null;
	position: number;
	valid_from: Generated<string>;
	valid_to: string | null;
};
