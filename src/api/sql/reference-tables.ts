import type { ColumnType, Generated } from "kysely";

type Computed<T> = ColumnType<T, never, never>;
type Json = ColumnType<object, string | undefined, string>;

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

export type FrancisationParameterTable = {
	valid_from: string;
	register_from: number;
};

export type PortalParameterTable = {
	valid_from: string;
	dormant_after_days: number;
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
	/** Null: the house came with it. */
	import_id: string | null;
};

export type OccupationTitleTable = {
	occupation_code: string;
	language: "fr" | "en";
	title: string;
	import_id: string | null;
	search: Computed<string | null>;
};

export type OccupationFormerTable = {
	former_code: string;
	occupation_code: string;
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

/** What a region says of a term, or adds. */
export type TermSettingTable = {
	id: string;
	region_code: string;
	vocabulary: string;
	code: string;
	label_fr: string;
	label_en: string;
	position: number;
	valid_from: string;
	valid_to: string | null;
	successor: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

/** A view: every term of the region that asks, of whatever day. */
export type RegionTermTable = {
	id: Computed<string>;
	vocabulary: Computed<string>;
	code: Computed<string>;
	label_fr: Computed<string>;
	label_en: Computed<string>;
	position: Computed<number>;
	valid_from: Computed<string>;
	valid_to: Computed<string | null>;
	successor: Computed<string | null>;
	version: Computed<number>;
	is_added: Computed<boolean>;
};

export type SignalProtocolTable = {
	id: string;
	region_code: string;
	signal: string;
	level: "red" | "amber";
	protocol_fr: string;
	protocol_en: string;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type QuestionTable = {
	id: string;
	region_code: string;
	year: number;
	code: string;
	position: number;
	wording_fr: string;
	wording_en: string;
	kind: "yesNo" | "scale" | "choice" | "text";
	choices: Json;
	raises: Json;
	is_asked: Generated<boolean>;
	version: Generated<number>;
	recorded_at: Generated<string>;
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
