import { useQuery } from "@tanstack/react-query";
import { listTimeline } from "#contract/employer-timeline.ts";
import { contactChange, countEmployers, employerChange, getEmployer, listEmployers, updateContact, updateEmployer } from "#contract/employers.ts";
import type { EndpointDefinition } from "#contract/endpoint.ts";
import type { OperationId } from "#contract/endpoints.ts";
import { countFollowUps, followUpChange, getFollowUp, listFollowUps, updateFollowUp } from "#contract/follow-ups.ts";
import { getImmigrationLine, immigrationLineChange, updateImmigrationLine } from "#contract/immigration-lines.ts";
import type { JournalEntity } from "#contract/journal.ts";
import { countLabourNeeds, getLabourNeed, labourNeedChange, listLabourNeeds, updateLabourNeed } from "#contract/labour-needs.ts";
import { getMission, missionChange, updateMission } from "#contract/missions.ts";
import { getPerson, listPeople, personChange, updatePerson } from "#contract/people.ts";
import { getQuestion, getSignalProtocol, questionChange, signalProtocolChange, updateQuestion, updateSignalProtocol } from "#contract/questions.ts";
import { getReferral } from "#contract/referrals.ts";
import { getStageSetting, listStageSettings, stageSettingChange, updateStageSetting } from "#contract/stages.ts";
import { getBoard, getSupportCase, listSupportCases, supportCaseChange, updateSupportCase } from "#contract/support-cases.ts";
import { getToolUse } from "#contract/tool-uses.ts";
import { getVisit, listVisits, updateVisit, visitChange } from "#contract/visits.ts";
import { getTerm, termChange, updateTerm } from "#contract/vocabularies.ts";
import { apiQuery } from "#lib/api.ts";
import { reads } from "#lib/reads.ts";
import { useMay } from "#lib/session.ts";

/** What a restored field may change on a screen. */
export const touchedByRestore: readonly Pick<EndpointDefinition, "id">[] = [
	listEmployers,
	countEmployers,
	getEmployer,
	listTimeline,
	listSupportCases,
	getSupportCase,
	getBoard,
	listVisits,
	getVisit,
	listLabourNeeds,
	countLabourNeeds,
	getLabourNeed,
	listFollowUps,
	countFollowUps,
	getFollowUp,
	listPeople,
	getPerson,
	listStageSettings,
	getStageSetting,
	...reads(
		"listVocabularies",
		"getTerm",
		"listQuestions",
		"getQuestion",
		"listSignalProtocols",
		"getSignalProtocol",
		"getReference",
		"listImmigrationLines",
		"getImmigrationLine",
	),
];

/** What the ordinary change of a record may change; a restore is that change. */
const changes: Partial<Record<JournalEntity, { endpoint: EndpointDefinition; operation: OperationId; fields: readonly string[]; whole: boolean }>> = {
	employer: { endpoint: updateEmployer, operation: "updateEmployer", fields: Object.keys(employerChange.shape), whole: true },
	contact: { endpoint: updateContact, operation: "updateContact", fields: Object.keys(contactChange.shape), whole: true },
	// A stage is moved, not restored: a whole version would promise more than its change can do.
	supportCase: { endpoint: updateSupportCase, operation: "updateSupportCase", fields: Object.keys(supportCaseChange.shape), whole: false },
	labourNeed: { endpoint: updateLabourNeed, operation: "updateLabourNeed", fields: Object.keys(labourNeedChange.shape), whole: true },
	immigrationLine: { endpoint: updateImmigrationLine, operation: "updateImmigrationLine", fields: Object.keys(immigrationLineChange.shape), whole: true },
	mission: { endpoint: updateMission, operation: "updateMission", fields: Object.keys(missionChange.shape), whole: true },
	followUp: { endpoint: updateFollowUp, operation: "updateFollowUp", fields: Object.keys(followUpChange.shape), whole: true },
	stageSetting: { endpoint: updateStageSetting, operation: "updateStageSetting", fields: Object.keys(stageSettingChange.shape), whole: true },
	termSetting: { endpoint: updateTerm, operation: "updateTerm", fields: Object.keys(termChange.shape), whole: true },
	question: { endpoint: updateQuestion, operation: "updateQuestion", fields: Object.keys(questionChange.shape), whole: true },
	signalProtocol: { endpoint: updateSignalProtocol, operation: "updateSignalProtocol", fields: Object.keys(signalProtocolChange.shape), whole: true },
	person: { endpoint: updatePerson, operation: "updatePerson", fields: Object.keys(personChange.shape), whole: true },
	// The twelve blocks; a state is gone through, and who came is told by the lines of the history that name them.
	visit: {
		endpoint: updateVisit,
		operation: "updateVisit",
		fields: Object.keys(visitChange.shape).filter((field) => !["status", "employerIds", "adviserIds"].includes(field)),
		whole: true,
	},
};

type Stored = { id: string; version: number; can?: Record<string, boolean>; contacts?: Stored[] } & Record<string, unknown>;
export type Target = {
	id: string;
	endpoint: EndpointDefinition;
	fields: readonly string[];
	whole: boolean;
	current: Stored;
	/** Nobody restores it any more, whoever they are: the life of the record says no. */
	state: "locked" | "cancelled" | null;
};

/** Of a report that is locked or cancelled, the past is read; why it is not restored is said, to whoever could have. */
const stateOf = ({ status, can }: Stored): Target["state"] =>
	can?.update ? null : status === "locked" && can?.addendum ? "locked" : status === "cancelled" ? "cancelled" : null;

/** What a field of the history is now: the blocks of a report are in it. */
export const currentField = (current: Stored, field: string): unknown =>
	field.startsWith("report.") ? (current.report as Record<string, unknown> | undefined)?.[field.slice(7)] : current[field];
/** The change that puts a field back: a block goes with the rest of its report. */
export const changeOf = (current: Stored, field: string, value: unknown): Record<string, unknown> =>
	field.startsWith("report.") ? { report: { ...(current.report as object | undefined), [field.slice(7)]: value ?? undefined } } : { [field]: value ?? null };
export const mayChange = ({ fields }: Target, field: string) => fields.includes(field.startsWith("report.") ? "report" : field);

const readers: Partial<Record<JournalEntity, EndpointDefinition>> = {
	employer: getEmployer,
	supportCase: getSupportCase,
	labourNeed: getLabourNeed,
	followUp: getFollowUp,
	visit: getVisit,
	toolUse: getToolUse,
	person: getPerson,
	stageSetting: getStageSetting,
	termSetting: getTerm,
	question: getQuestion,
	signalProtocol: getSignalProtocol,
	referral: getReferral,
	immigrationLine: getImmigrationLine,
	mission: getMission,
};
export const readerOf = (entity: JournalEntity) => (readers[entity] ?? getEmployer).id as OperationId;
export const storedQuery = (entity: JournalEntity, id: string) => apiQuery(readers[entity] ?? getEmployer, { params: { id } } as never);

/** The record of this history as it stands now; whoever verifies reads the journal, not the record. */
export function useStored(entity: JournalEntity, id: string) {
	const may = useMay();
	const { data } = useQuery({ ...storedQuery(entity, id), enabled: entity in readers && may(readerOf(entity)) });
	return data as Stored | undefined;
}

/** The part a revision speaks of, when this person may change it; contacts follow the right of their employer. */
export function useTargets(stored: Stored | undefined): (entity: JournalEntity, id: string) => Target | null {
	const may = useMay();
	return (entity, id) => {
		const change = changes[entity];
		const state = stored && entity === "visit" ? stateOf(stored) : null;
		if (!stored || !change || !(stored.can?.update || state) || !may(change.operation)) return null;
		const current = stored.id === id ? stored : stored.contacts?.find((contact) => contact.id === id);
		return current ? { id, endpoint: change.endpoint, fields: change.fields, whole: change.whole, current, state } : null;
	};
}
