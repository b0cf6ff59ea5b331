import type { ColumnType } from "kysely";

/** Read models: what triggers keep beside the records, and nobody writes. */
type Computed<T> = ColumnType<T, never, never>;

export type EmployerInteractionTable = {
	source_id: string;
	employer_id: string;
	source: string;
	region_code: string;
	kind: string;
	occurred_on: string;
	mrc_code: string | null;
	previous_on: string | null;
	previous_here_on: string | null;
	leads: boolean;
	leads_here: boolean;
};

export type StagePassageTable = {
	support_case_id: string;
	region_code: string;
	stage: string;
	entered_on: string;
	passed_on: string | null;
};

export type EmployerSupportTable = {
	employer_id: string;
	region_code: string;
	first_on: string;
};

export type VisitSignalTable = {
	visit_id: string;
	code: string;
	region_code: string;
	occurred_on: string;
};

export type EmployerSignalTable = {
	id: string;
	region_code: string;
	employer_id: string;
	source: "visit" | "questionnaire";
	source_id: string;
	code: string;
	level: "red" | "amber";
	raised_on: string;
	year: number;
	raised_by: string | null;
	question_code: string | null;
	note: string | null;
	mrc_code: string | null;
	handled_on: string | null;
};

export type EmployerSummaryTable = {
	employer_id: string;
	region_code: string;
	name: string;
	search: string;
	neq: string | null;
	mrc_code: string | null;
	municipality_code: string | null;
	municipality_name: string | null;
	sector_code: string | null;
	employee_count: number | null;
	advisor_id: string | null;
	stage: string | null;
	support_case_id: string | null;
	stage_entered_on: string | null;
	last_activity_on: string | null;
	open_posts: number;
	open_needs: number;
	last_visit_on: string | null;
	next_step_on: string | null;
	next_step_title: string | null;
	portal_account_on: string | null;
	portal_last_use_on: string | null;
	portal_uses: number;
	missions_joined: number;
	last_mission: string | null;
	archived_on: string | null;
	folded_name: Computed<string>;
};

export type ContactSearchTable = {
	contact_id: string;
	employer_id: string;
	region_code: string;
	folded: string;
	search: string;
	email: string | null;
};

export type ListTotalTable = {
	list: string;
	region_code: string;
	slot: number;
	total: string;
};

export type SupportCaseSummaryTable = {
	support_case_id: string;
	region_code: string;
	employer_id: string;
	employer_name: string;
	mrc_code: string | null;
	advisor_id: string | null;
	stage: string;
	stage_entered_on: string;
	opened_on: string;
	closed_on: string | null;
	paused_until: string | null;
	last_activity_on: string;
	posts: number;
	open_posts: number;
	occupation_code: string | null;
	occupations: number;
};

/** How the accounts of the Portail stand today, derived of tool_use. */
export type PortalAccountTable = {
	employer_id: string;
	region_code: string;
	to_open_on: string | null;
	opened_on: string | null;
	first_active_on: string | null;
	last_active_on: string | null;
	dormant_on: string | null;
	first_use_on: string | null;
	last_use_on: string | null;
	first_contact_on: string | null;
	last_offer_on: string | null;
	searches: number;
	profile_views: number;
	contacts: number;
	validated_offers: number;
	last_on: string;
	archived_on: string | null;
	employer_region: string;
};
