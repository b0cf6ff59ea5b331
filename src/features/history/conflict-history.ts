import type { OperationId } from "#contract/endpoints.ts";
import type { JournalEntity } from "#contract/journal.ts";

type Current = Record<string, unknown>;
/** Where the journal keeps who wrote the record, and which of its lines are this record's. */
export type ConflictHistory = { root: readonly [entity: JournalEntity, id: string]; entityId: string };
type Of = (current: Current) => ConflictHistory;

const own =
	(entity: JournalEntity): Of =>
	({ id }) => ({ root: [entity, String(id)], entityId: String(id) });
/** A part is in the history of its whole. */
const partOf =
	(entity: JournalEntity, whole: string): Of =>
	(current) => ({ root: [entity, String(current[whole])], entityId: String(current.id) });

/** The changes of which the question between two people says who wrote the other value, field by field (rules/conflict-history: every other says why not). */
export const conflictHistoryOf: Partial<Record<OperationId, Of>> = {
	updateEmployer: own("employer"),
	updateContact: partOf("employer", "employerId"),
	updateSupportCase: own("supportCase"),
	updateLabourNeed: own("labourNeed"),
	updateNeedMovement: partOf("labourNeed", "labourNeedId"),
	updateFollowUp: own("followUp"),
	updatePerson: own("person"),
	updateVisit: own("visit"),
	updateToolUse: own("toolUse"),
	updateMission: own("mission"),
	updateMissionRegistration: own("missionRegistration"),
	updateImmigrationLine: own("immigrationLine"),
	updateRetentionCheck: partOf("immigrationLine", "immigrationLineId"),
	updateToolRule: own("toolRule"),
	updateWageThreshold: own("wageThreshold"),
	updateSimplifiedList: own("simplifiedList"),
};
