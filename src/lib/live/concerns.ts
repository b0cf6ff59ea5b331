import type { Query } from "@tanstack/react-query";
import type { OperationId } from "#contract/endpoints.ts";
import type { JournalEntity } from "#contract/journal.ts";
import type { ListedRecord } from "./news.ts";

/** What a change is about, as screens read it: a record and its number. */
export type Concern = { record: ListedRecord | "missionRegistration" | "immigrationLine" | "document" | "person" | "setting"; id: string };

const wholes: Partial<Record<JournalEntity, Concern["record"]>> = {
	employer: "employer",
	establishment: "employer",
	contact: "employer",
	supportCase: "supportCase",
	stageChange: "supportCase",
	caseEvidence: "supportCase",
	visit: "visit",
	visitEmployer: "visit",
	visitAdviser: "visit",
	visitAddendum: "visit",
	labourNeed: "labourNeed",
	needMovement: "labourNeed",
	followUp: "followUp",
	toolUse: "toolUse",
	referral: "referral",
	document: "document",
	mission: "mission",
	missionRegistration: "missionRegistration",
	missionPost: "missionRegistration",
	missionResult: "missionRegistration",
	immigrationLine: "immigrationLine",
	retentionCheck: "immigrationLine",
	person: "person",
	servicePoint: "person",
	questionnaireAnswer: "employer",
	signalHandling: "employer",
	stageSetting: "setting",
	termSetting: "setting",
	question: "setting",
	signalProtocol: "setting",
	wageThreshold: "setting",
	simplifiedList: "setting",
};

export const concernOf = ({ entity, rootId }: { entity: JournalEntity; rootId: string }): Concern | null => {
	const record = wholes[entity];
	return record ? { record, id: rootId } : null;
};

const ofTheField = ["employer", "supportCase", "visit", "labourNeed", "followUp", "toolUse", "missionRegistration"] as const;

/** Reads that a record has a part in. Those of one record are `own`: another of its kind changes nothing in them. */
const reads: Partial<Record<OperationId, { of: readonly Concern["record"][]; own?: Concern["record"] }>> = {
	listEmployers: { of: ofTheField },
	countEmployers: { of: ofTheField },
	getEmployer: { of: ofTheField, own: "employer" },
	listTimeline: { of: ofTheField },
	listSupportCases: { of: ["supportCase", "employer", "visit", "labourNeed"] },
	countSupportCases: { of: ["supportCase"] },
	getBoard: { of: ["supportCase", "employer", "visit", "labourNeed"] },
	getSupportCase: { of: ["supportCase", "employer", "visit", "labourNeed", "followUp"], own: "supportCase" },
	listVisits: { of: ["visit", "employer"] },
	countVisits: { of: ["visit"] },
	getVisit: { of: ["visit", "labourNeed", "followUp", "toolUse"], own: "visit" },
	listLabourNeeds: { of: ["labourNeed", "employer"] },
	countLabourNeeds: { of: ["labourNeed"] },
	getNeedMatrix: { of: ["labourNeed", "employer"] },
	getLabourNeed: { of: ["labourNeed", "setting"], own: "labourNeed" },
	getNeedLedger: { of: ["labourNeed"], own: "labourNeed" },
	listFollowUps: { of: ["followUp", "employer"] },
	countFollowUps: { of: ["followUp"] },
	getFollowUp: { of: ["followUp"], own: "followUp" },
	listFollowUpProposals: { of: ["visit", "followUp", "toolUse"] },
	getMyDay: { of: ["visit", "followUp", "supportCase", "employer", "referral"] },
	getDigest: { of: ["visit", "followUp", "supportCase", "employer", "referral"] },
	countAlerts: { of: ["visit", "followUp", "supportCase", "employer", "referral"] },
	listReferrals: { of: ["referral", "employer"] },
	countReferrals: { of: ["referral"] },
	getReferral: { of: ["referral"], own: "referral" },
	listMissions: { of: ["mission", "missionRegistration"] },
	countMissions: { of: ["mission"] },
	getMission: { of: ["mission", "missionRegistration"] },
	compareMissions: { of: ["mission", "missionRegistration"] },
	getMissionFunnel: { of: ["mission", "missionRegistration"] },
	listMissionResults: { of: ["missionRegistration", "employer"] },
	listMissionRegistrations: { of: ["mission", "missionRegistration", "employer", "labourNeed"] },
	listNeedsToOffer: { of: ["missionRegistration", "labourNeed"] },
	listImmigrationLines: { of: ["immigrationLine", "employer", "followUp"] },
	countImmigrationLines: { of: ["immigrationLine"] },
	getImmigrationLine: { of: ["immigrationLine", "followUp"] },
	getRetention: { of: ["immigrationLine"] },
	listToolUses: { of: ["toolUse", "employer"] },
	countToolUses: { of: ["toolUse"] },
	getToolUse: { of: ["toolUse"], own: "toolUse" },
	listPortalAccounts: { of: ["toolUse", "employer"] },
	countPortalAccounts: { of: ["toolUse", "employer"] },
	getPortalFunnel: { of: ["toolUse", "employer"] },
	getDashboard: { of: ofTheField },
	getIndicator: { of: ofTheField },
	listIndicatorRows: { of: ofTheField },
	countIndicatorRows: { of: ofTheField },
	getNavigationCounts: { of: ["employer", "supportCase", "labourNeed", "followUp"] },
	listDocuments: { of: ["document"] },
	listPeople: { of: ["person"] },
	getPerson: { of: ["person"], own: "person" },
	getReference: { of: ["person", "setting"] },
	listStageSettings: { of: ["setting"] },
	listVocabularies: { of: ["setting"] },
	listQuestions: { of: ["setting"] },
	listSignalProtocols: { of: ["setting"] },
	listNeedMarks: { of: ["setting"] },
	getQuestionnaire: { of: ["employer", "setting"] },
	listSignals: { of: ["employer", "visit"] },
	countSignals: { of: ["employer", "visit"] },
	listSignalTrends: { of: ["employer", "visit"] },
};

/** Does this answer have to be read again after these changes? */
export function isTouched({ queryKey }: Pick<Query, "queryKey">, concerns: readonly Concern[]): boolean {
	const [operation, input] = queryKey as [OperationId, { params?: { id?: string }; id?: string } | undefined];
	if (operation === "listHistory") return concerns.some(({ id }) => id === input?.id);
	const read = reads[operation];
	return read !== undefined && concerns.some(({ record, id }) => read.of.includes(record) && (read.own !== record || id === input?.params?.id));
}
