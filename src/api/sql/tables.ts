import type { DigestPreferenceTable, DigestTable, ToldAlertTable } from "./digest-tables.ts";
import type { DocumentTable } from "./document-tables.ts";
import type {
	CaseEvidenceTable,
	ContactTable,
	EmployerPastRegionTable,
	EmployerTable,
	EstablishmentTable,
	FollowUpOwnerTable,
	FollowUpTable,
	HandOverTable,
	QuestionnaireAnswerTable,
	SignalHandlingTable,
	StageChangeTable,
	SupportCaseTable,
	ToolUseTable,
	VisitAddendumTable,
	VisitAdviserTable,
	VisitEmployerTable,
	VisitTable,
} from "./field-tables.ts";
import type {
	AccountEventTable,
	AccountTable,
	AgreementSliceTable,
	AgreementTable,
	CalendarFeedTable,
	DemonstrationTable,
	IdempotencyKeyTable,
	JournalColumnTable,
	JournalEntityTable,
	LocalActionTable,
	PartnerTable,
	PersonTable,
	RedactionTable,
	RevisionTable,
	SessionTable,
	SignInAttemptTable,
	TableAccessTable,
	TextChoiceTable,
} from "./house-tables.ts";
import type { ImmigrationLineTable, RetentionCheckTable } from "./immigration-tables.ts";
import type { ImportPieceTable, ImportRowTable, ImportTable } from "./import-tables.ts";
import type { MissionPostTable, MissionRegistrationTable, MissionResultTable, MissionTable, MissionTallyTable } from "./mission-tables.ts";
import type {
	ContactSearchTable,
	EmployerInteractionTable,
	EmployerSignalTable,
	EmployerSummaryTable,
	EmployerSupportTable,
	ListTotalTable,
	PortalAccountTable,
	StagePassageTable,
	SupportCaseSummaryTable,
	VisitSignalTable,
} from "./model-tables.ts";
import type { LabourNeedTable, NeedMovementTable, SimplifiedListTable, ToolRuleTable, WageThresholdTable } from "./need-tables.ts";
import type {
	CaseStageTable,
	FollowUpRuleTable,
	FrancisationParameterTable,
	IndicatorParameterTable,
	InteractionKindTable,
	MrcRegionTable,
	MrcTable,
	MunicipalityTable,
	OccupationFormerTable,
	OccupationTable,
	OccupationTitleTable,
	PortalParameterTable,
	QuestionTable,
	RegionTable,
	RegionTermTable,
	SectorTable,
	ServicePointTable,
	SignalProtocolTable,
	StageCriterionTable,
	StageSettingTable,
	TermSettingTable,
	TermTable,
} from "./reference-tables.ts";
import type { ReferralTable } from "./referral-tables.ts";

/** Every table, as the migrations leave it. Days and instants are text, bigint is text, in every home (parsers.ts). */
export type Tables = {
	account: AccountTable;
	account_event: AccountEventTable;
	agreement: AgreementTable;
	agreement_slice: AgreementSliceTable;
	calendar_feed: CalendarFeedTable;
	case_evidence: CaseEvidenceTable;
	case_stage: CaseStageTable;
	contact: ContactTable;
	demonstration: DemonstrationTable;
	contact_search: ContactSearchTable;
	document: DocumentTable;
	digest: DigestTable;
	digest_preference: DigestPreferenceTable;
	employer: EmployerTable;
	employer_interaction: EmployerInteractionTable;
	employer_past_region: EmployerPastRegionTable;
	employer_signal: EmployerSignalTable;
	employer_summary: EmployerSummaryTable;
	employer_support: EmployerSupportTable;
	establishment: EstablishmentTable;
	follow_up: FollowUpTable;
	francisation_parameter: FrancisationParameterTable;
	hand_over: HandOverTable;
	follow_up_owner: FollowUpOwnerTable;
	follow_up_rule: FollowUpRuleTable;
	idempotency_key: IdempotencyKeyTable;
	import: ImportTable;
	import_piece: ImportPieceTable;
	import_row: ImportRowTable;
	indicator_parameter: IndicatorParameterTable;
	interaction_kind: InteractionKindTable;
	journal_column: JournalColumnTable;
	journal_entity: JournalEntityTable;
	labour_need: LabourNeedTable;
	list_total: ListTotalTable;
	local_action: LocalActionTable;
	immigration_line: ImmigrationLineTable;
	mission: MissionTable;
	mission_post: MissionPostTable;
	mission_registration: MissionRegistrationTable;
	mission_result: MissionResultTable;
	mission_tally: MissionTallyTable;
	mrc: MrcTable;
	mrc_region: MrcRegionTable;
	municipality: MunicipalityTable;
	need_movement: NeedMovementTable;
	occupation: OccupationTable;
	occupation_former: OccupationFormerTable;
	occupation_title: OccupationTitleTable;
	partner: PartnerTable;
	person: PersonTable;
	portal_account: PortalAccountTable;
	portal_parameter: PortalParameterTable;
	question: QuestionTable;
	questionnaire_answer: QuestionnaireAnswerTable;
	retention_check: RetentionCheckTable;
	redaction: RedactionTable;
	referral: ReferralTable;
	region: RegionTable;
	region_term: RegionTermTable;
	revision: RevisionTable;
	sector: SectorTable;
	service_point: ServicePointTable;
	session: SessionTable;
	sign_in_attempt: SignInAttemptTable;
	signal_handling: SignalHandlingTable;
	signal_protocol: SignalProtocolTable;
	simplified_list: SimplifiedListTable;
	stage_change: StageChangeTable;
	stage_criterion: StageCriterionTable;
	stage_passage: StagePassageTable;
	stage_setting: StageSettingTable;
	support_case: SupportCaseTable;
	support_case_summary: SupportCaseSummaryTable;
	table_access: TableAccessTable;
	term: TermTable;
	text_choice: TextChoiceTable;
	term_setting: TermSettingTable;
	told_alert: ToldAlertTable;
	tool_use: ToolUseTable;
	visit: VisitTable;
	visit_addendum: VisitAddendumTable;
	visit_adviser: VisitAdviserTable;
	visit_employer: VisitEmployerTable;
	visit_signal: VisitSignalTable;
	wage_threshold: WageThresholdTable;
	tool_rule: ToolRuleTable;
};
