import { useQuery } from "@tanstack/react-query";
import { contactChange, countEmployers, employerChange, getEmployer, listEmployers, listTimeline, updateContact, updateEmployer } from "#contract/employers.ts";
import type { EndpointDefinition } from "#contract/endpoint.ts";
import type { OperationId } from "#contract/endpoints.ts";
import { countFollowUps, followUpChange, getFollowUp, listFollowUps, updateFollowUp } from "#contract/follow-ups.ts";
import type { JournalEntity } from "#contract/journal.ts";
import { countLabourNeeds, getLabourNeed, labourNeedChange, listLabourNeeds, updateLabourNeed } from "#contract/labour-needs.ts";
import { getBoard, getSupportCase, listSupportCases, supportCaseChange, updateSupportCase } from "#contract/support-cases.ts";
import { getVisit, listVisits, updateVisit, visitChange } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { useMay } from "#lib/session.ts";

/** What a restored field may change on a screen. */
export const touchedByRestore: EndpointDefinition[] = [
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
];

/** What the ordinary change of a record may change; a restore is that change. */
const changes: Partial<Record<JournalEntity, { endpoint: EndpointDefinition; operation: OperationId; fields: readonly string[]; whole: boolean }>> = {
	employer: { endpoint: updateEmployer, operation: "updateEmployer", fields: Object.keys(employerChange.shape), whole: true },
	contact: { endpoint: updateContact, operation: "updateContact", fields: Object.keys(contactChange.shape), whole: true },
	// A stage is moved, not restored: a whole version would promise more than its change can do.
	supportCase: { endpoint: updateSupportCase, operation: "updateSupportCase", fields: Object.keys(supportCaseChange.shape), whole: false },
	labourNeed: { endpoint: updateLabourNeed, operation: "updateLabourNeed", fields: Object.keys(labourNeedChange.shape), whole: true },
	followUp: { endpoint: updateFollowUp, operation: "updateFollowUp", fields: Object.keys(followUpChange.shape), whole: true },
	// The lines of a report are records: taking them back one field at a time would take back half of them.
	visit: {
		endpoint: updateVisit,
		operation: "updateVisit",
		fields: Object.keys(visitChange.shape).filter((field) => !["report", "status", "employerIds", "adviserIds"].includes(field)),
		whole: false,
	},
};

type Stored = { id: string; version: number; can?: Record<string, boolean>; contacts?: Stored[] } & Record<string, unknown>;
export type Target = { id: string; endpoint: EndpointDefinition; fields: readonly string[]; whole: boolean; current: Stored };

const readers: Partial<Record<JournalEntity, EndpointDefinition>> = {
	employer: getEmployer,
	supportCase: getSupportCase,
	labourNeed: getLabourNeed,
	followUp: getFollowUp,
	visit: getVisit,
};

/** The record of this history as it stands now; whoever verifies reads the journal, not the record. */
export function useStored(entity: JournalEntity, id: string) {
	const may = useMay();
	const reader = readers[entity] ?? getEmployer;
	const { data } = useQuery({ ...apiQuery(reader, { params: { id } } as never), enabled: entity in readers && may(reader.id as OperationId) });
	return data as Stored | undefined;
}

/** The part a revision speaks of, when this person may change it; contacts follow the right of their employer. */
export function useTargets(stored: Stored | undefined): (entity: JournalEntity, id: string) => Target | null {
	const may = useMay();
	return (entity, id) => {
		const change = changes[entity];
		if (!stored || !change || !stored.can?.update || !may(change.operation)) return null;
		const current = stored.id === id ? stored : stored.contacts?.find((contact) => contact.id === id);
		return current ? { id, endpoint: change.endpoint, fields: change.fields, whole: change.whole, current } : null;
	};
}
