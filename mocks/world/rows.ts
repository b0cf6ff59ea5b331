import type { VisitReport } from "#contract/visit-report.ts";

/** Rows as the SQL columns name them; days are `YYYY-MM-DD`. Generated columns and derived tables are left to the database. */
type Common = { id: string; region_code: string };
type Versioned = Common & { version: number };

export type ServicePoint = Versioned & { name: string; municipality_code: string; host: string; valid_from: string; valid_to: string | null };
export type Person = Versioned & { name: string; initials: string; role: string; service_point_id: string | null; valid_from: string; valid_to: string | null };
export type Partner = Versioned & { name: string; type: string; mrc_code: string | null };
export type Agreement = Versioned & { partner_id: string; programme: string; title: string; signed_on: string; end_on: string; ended_early_on: string | null };
export type AgreementSlice = { agreement_id: string; region_code: string; fiscal_year: number; committed_cents: number; paid_cents: number };
export type LocalAction = Versioned & { agreement_id: string; title: string; start_on: string; end_on: string };
export type Employer = Versioned & {
	neq: string | null;
	name: string;
	sector_code: string;
	employee_count: number;
	advisor_id: string | null;
	phone: string;
	website: string | null;
	activity: string;
	created_on: string;
};
export type Establishment = Versioned & {
	employer_id: string;
	name: string | null;
	municipality_code: string;
	address: string;
	postal_code: string;
	is_main: boolean;
};
export type Contact = Versioned & {
	employer_id: string;
	name: string;
	job_title: string;
	phone: string | null;
	phone_extension: string | null;
	email: string | null;
	is_primary: boolean;
};
export type SupportCase = Versioned & {
	employer_id: string;
	advisor_id: string;
	stage: string;
	stage_entered_on: string;
	opened_on: string;
	closed_on: string | null;
	close_reason: string | null;
	paused_until: string | null;
	pause_reason: string | null;
};
export type StageChange = Common & {
	support_case_id: string;
	from_stage: string | null;
	to_stage: string;
	moved_on: string;
	moved_by: string;
	reason: string | null;
};
export type CaseEvidence = Common & { support_case_id: string; criterion: string; occurred_on: string; note: string; recorded_by: string };
export type Visit = Versioned & {
	status: "planned" | "draft" | "completed" | "cancelled";
	mode: string;
	occurred_on: string;
	duration_minutes: number | null;
	headline: string | null;
	summary: string | null;
	solutions: string[];
	no_follow_up_reason: string | null;
	next_contact_on: string | null;
	cancel_reason: string | null;
	completed_on: string | null;
	created_by: string;
	report: VisitReport;
};
export type VisitEmployer = { visit_id: string; employer_id: string; establishment_id: string; region_code: string; mrc_code: string };
export type VisitAdviser = { visit_id: string; person_id: string; region_code: string; role: string; service_point_id: string | null };
export type VisitAddendum = Common & { visit_id: string; written_on: string; written_by: string; text: string };
export type LabourNeed = Versioned & {
	employer_id: string;
	support_case_id: string;
	visit_id: string;
	establishment_id: string;
	occupation_code: string;
	posts: number;
	posts_filled: number;
	posts_cancelled: number;
	hourly_wage_cents: number;
	french_level: number;
	permanence: string;
	start_on: string;
	schedule: string;
	requirements: string | null;
	vacant_months: number;
	local_efforts: string;
	housing: string | null;
	recorded_on: string;
	closed_on: string | null;
};
export type NeedMovement = Versioned & {
	labour_need_id: string;
	kind: "opened" | "filled" | "cancelled";
	quantity: number;
	occurred_on: string;
	channel: string | null;
	note: string | null;
	recorded_by: string | null;
	is_first: boolean;
};
export type FollowUp = Versioned & {
	employer_id: string;
	support_case_id: string | null;
	visit_id: string | null;
	kind: string;
	title: string;
	owner_id: string;
	due_on: string;
	done_on: string | null;
	outcome: string | null;
	created_on: string;
	promised: boolean;
};
export type Referral = Versioned & {
	employer_id: string | null;
	visit_id: string | null;
	from_person_id: string;
	to_person_id: string | null;
	to_partner_id: string | null;
	to_service: string | null;
	contact_name: string | null;
	reason: string;
	note: string | null;
	consent_from: "employer" | "person";
	consent_on: string;
	consent_method: "spoken" | "written";
	sent_on: string;
	reply_expected_on: string;
	state: "sent" | "acknowledged" | "closed" | "declined" | "withdrawn";
	acknowledged_on: string | null;
	meeting_on: string | null;
	ended_on: string | null;
	ended_by_id: string | null;
	outcome: string | null;
	outcome_visit_id: string | null;
	end_reason: string | null;
	end_note: string | null;
};
export type ToolUse = Versioned & {
	employer_id: string;
	visit_id: string | null;
	tool: "employerPortal" | "journeesQuebec" | "francisation";
	event: string;
	occurred_on: string;
	quantity: number;
	mission: string | null;
	source: "declared" | "extract";
	note: string | null;
	helped_by_id: string | null;
	participants: number | null;
	recorded_by: string;
};

export type QuestionnaireAnswer = Versioned & {
	employer_id: string;
	year: number;
	question_code: string;
	value: string;
	answered_on: string;
	answered_by: string;
	role: string;
	service_point_id: string | null;
	visit_id: string | null;
};

export type Document = Versioned & {
	employer_id: string | null;
	visit_id: string | null;
	support_case_id: string | null;
	file_name: string;
	title: string | null;
	kind: string;
	size: number;
	sha256: string;
	created_by: string;
	created_at: string;
};

export type Mission = Versioned & {
	name: string;
	edition: string | null;
	countries: string[];
	mode: "inPerson" | "virtual" | "hybrid";
	starts_on: string;
	ends_on: string;
	sectors: string[];
	registration_deadline_on: string | null;
	application_deadline_on: string | null;
	source: string | null;
};
export type MissionRegistration = Versioned & {
	mission_id: string;
	employer_id: string;
	advisor_id: string | null;
	interested_on: string;
	registered_on: string | null;
	confirmed_on: string | null;
	took_part_on: string | null;
	withdrawn_on: string | null;
	withdraw_reason: string | null;
	note: string | null;
};
export type MissionPost = Versioned & { registration_id: string; labour_need_id: string; quantity: number };
export type MissionResult = Versioned & { registration_id: string; measure: string; known_on: string; value: number; recorded_by: string };

/** In the order in which the tables may be filled. */
/** The demonstration makes them where they are loaded (immigration.sql.ts). */
export type ImmigrationLine = Versioned & {
	employer_id: string;
	labour_need_id: string | null;
	label: string;
	path: string;
	country: string | null;
	occupation_code: string | null;
	hired_on: string;
	filed_on: string | null;
	started_on?: string | null;
};
export type RetentionCheck = Versioned & { immigration_line_id: string; months: number; known_on: string; still_employed: boolean; recorded_by: string };

export type World = {
	service_point: ServicePoint[];
	person: Person[];
	partner: Partner[];
	agreement: Agreement[];
	agreement_slice: AgreementSlice[];
	local_action: LocalAction[];
	employer: Employer[];
	establishment: Establishment[];
	contact: Contact[];
	support_case: SupportCase[];
	stage_change: StageChange[];
	case_evidence: CaseEvidence[];
	visit: Visit[];
	visit_employer: VisitEmployer[];
	visit_adviser: VisitAdviser[];
	visit_addendum: VisitAddendum[];
	labour_need: LabourNeed[];
	mission: Mission[];
	mission_registration: MissionRegistration[];
	mission_post: MissionPost[];
	mission_result: MissionResult[];
	immigration_line: ImmigrationLine[];
	retention_check: RetentionCheck[];
	need_movement: NeedMovement[];
	referral: Referral[];
	follow_up: FollowUp[];
	tool_use: ToolUse[];
	questionnaire_answer: QuestionnaireAnswer[];
	document: Document[];
};

export const emptyWorld = (): World => ({
	service_point: [],
	person: [],
	partner: [],
	agreement: [],
	agreement_slice: [],
	local_action: [],
	employer: [],
	establishment: [],
	contact: [],
	support_case: [],
	stage_change: [],
	case_evidence: [],
	visit: [],
	visit_employer: [],
	visit_adviser: [],
	visit_addendum: [],
	labour_need: [],
	mission: [],
	mission_registration: [],
	mission_post: [],
	mission_result: [],
	immigration_line: [],
	retention_check: [],
	need_movement: [],
	referral: [],
	follow_up: [],
	tool_use: [],
	questionnaire_answer: [],
	document: [],
});
