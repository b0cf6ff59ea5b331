import type { ColumnType, Generated } from "kysely";

/** What is accompanied: employers, cases, visits, needs, follow-ups, uses of the tools. As the migrations leave them; a test compares the two. */
type Json = ColumnType<object, string | undefined, string>;
type Computed<T> = ColumnType<T, never, never>;

export type EmployerPastRegionTable = {
	employer_id: string;
	region_code: string;
};

export type CaseEvidenceTable = {
	id: string;
	region_code: string;
	support_case_id: string;
	criterion: string;
	occurred_on: string;
	note: string;
	recorded_by: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type ContactTable = {
	id: string;
	region_code: string;
	employer_id: string;
	name: string;
	job_title: string | null;
	phone: string | null;
	phone_extension: string | null;
	email: string | null;
	is_primary: Generated<boolean>;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type EmployerTable = {
	id: string;
	region_code: string;
	neq: string | null;
	name: string;
	sector_code: string | null;
	employee_count: number | null;
	advisor_id: string | null;
	phone: string | null;
	website: string | null;
	activity: string | null;
	archived_on: string | null;
	archive_reason: string | null;
	archived_by: string | null;
	created_on: string;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type EstablishmentTable = {
	id: string;
	region_code: string;
	employer_id: string;
	name: string | null;
	municipality_code: string;
	address: string | null;
	postal_code: string | null;
	is_main: Generated<boolean>;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type FollowUpTable = {
	id: string;
	region_code: string;
	employer_id: string | null;
	support_case_id: string | null;
	visit_id: string | null;
	kind: string;
	title: string;
	owner_id: string;
	due_on: string;
	done_on: string | null;
	outcome: string | null;
	created_on: string;
	version: Generated<number>;
	recorded_at: Generated<string>;
	co_owner_ids: Generated<string[]>;
	rule_code: string | null;
	created_from: string | null;
	previous_id: string | null;
	repeat_every: number | null;
	repeat_unit: string | null;
	repeat_from: string | null;
	postponements: Generated<number>;
	postpone_reason: string | null;
	postpone_note: string | null;
	cancel_reason: string | null;
	promised: Generated<boolean>;
	referral_id: string | null;
	step_id: string | null;
	closed_with_mission: Generated<boolean>;
	immigration_line_id: string | null;
	line_day: string | null;
	closed_with_line: Generated<boolean>;
	settled_by_use_id: string | null;
	registration_id: string | null;
	origin: Computed<string>;
	partner_id: string | null;
};

export type FollowUpOwnerTable = {
	follow_up_id: string;
	person_id: string;
	region_code: string;
	due_on: string;
	is_open: boolean;
};

export type HandOverTable = {
	id: string;
	region_code: string;
	from_person_id: string;
	reason: string;
	effective_on: string;
	note: string | null;
	receivers: Json;
	employers: number;
	support_cases: number;
	follow_ups: number;
	visits: number;
	referrals: number;
	made_by: string;
	made_on: string;
	recorded_at: string;
	undone_on: string | null;
	undone_by: string | null;
	left_behind: ColumnType<object | null, string | null | undefined, string | null>;
};

export type StageChangeTable = {
	id: string;
	seq: Computed<string>;
	region_code: string;
	support_case_id: string;
	from_stage: string | null;
	to_stage: string;
	moved_on: string;
	moved_by: string | null;
	reason: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type SupportCaseTable = {
	id: string;
	region_code: string;
	employer_id: string;
	advisor_id: string | null;
	stage: string;
	stage_entered_on: string;
	opened_on: string;
	closed_on: string | null;
	close_reason: string | null;
	paused_until: string | null;
	pause_reason: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
	reopened_from: string | null;
};

export type ToolUseTable = {
	id: string;
	region_code: string;
	employer_id: string;
	visit_id: string | null;
	tool: string;
	event: string;
	occurred_on: string;
	quantity: Generated<number>;
	mission: string | null;
	source: string;
	note: string | null;
	helped_by_id: string | null;
	participants: number | null;
	recorded_by: string | null;
	registration_id: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type VisitTable = {
	id: string;
	region_code: string;
	status: string;
	mode: string;
	occurred_on: string;
	duration_minutes: number | null;
	headline: string | null;
	summary: string | null;
	solutions: Generated<string[]>;
	no_follow_up_reason: string | null;
	next_contact_on: string | null;
	cancel_reason: string | null;
	completed_on: string | null;
	created_by: string | null;
	report: Json;
	version: Generated<number>;
	recorded_at: Generated<string>;
	partner_id: string | null;
	agreement_id: string | null;
	invitation_key: string | null;
};

export type VisitAddendumTable = {
	id: string;
	region_code: string;
	visit_id: string;
	written_on: string;
	written_by: string | null;
	text: string;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type VisitAdviserTable = {
	id: Generated<string>;
	visit_id: string;
	person_id: string;
	region_code: string;
	role: string;
	service_point_id: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type VisitEmployerTable = {
	id: Generated<string>;
	visit_id: string;
	employer_id: string;
	establishment_id: string | null;
	region_code: string;
	mrc_code: string | null;
	position: Generated<number>;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type QuestionnaireAnswerTable = {
	id: string;
	region_code: string;
	employer_id: string;
	year: number;
	question_code: string;
	value: string | null;
	answered_on: string;
	answered_by: string;
	role: string;
	service_point_id: string | null;
	visit_id: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type SignalHandlingTable = {
	id: string;
	region_code: string;
	employer_id: string;
	signal_id: string;
	note: string;
	handled_on: string;
	handled_by: string;
	version: Generated<number>;
	recorded_at: Generated<string>;
};
