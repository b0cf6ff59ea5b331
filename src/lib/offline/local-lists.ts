import { type EmployerRow, employerFields } from "#contract/employers.ts";
import { type FollowUp, followUpFields } from "#contract/follow-ups.ts";
import { type LabourNeed, labourNeedFields } from "#contract/labour-needs.ts";
import { type SupportCaseRow, supportCaseFields } from "#contract/support-cases.ts";
import { type VisitRow, visitFields } from "#contract/visits.ts";
import { addDays } from "../days.ts";
import type { LocalList } from "./local-list.ts";

type Value = string | number | boolean | null;
/** A field that bears the name of the row's own; undefined when the row does not say it. */
const own = (row: object, field: string) => (row as Record<string, Value | undefined>)[field];

const portalOf = ({ portalAccountOn, portalLastUseOn }: EmployerRow, today: string) =>
	portalAccountOn === null ? "none" : portalLastUseOn === null ? "neverUsed" : portalLastUseOn >= addDays(today, -90) ? "active" : "dormant";

const employers: LocalList<EmployerRow> = {
	fields: employerFields,
	sort: "name",
	unlessNamed: "archived",
	read: (row, today) => (field) => (field === "archived" ? row.archivedOn !== null : field === "portal" ? portalOf(row, today) : own(row, field)),
	searched: ({ name, municipalityName, neq }) => [name, municipalityName, neq].filter(Boolean).join(" "),
};

const supportCases: LocalList<SupportCaseRow> = {
	fields: supportCaseFields,
	sort: "employerName",
	read: (row, today) => (field) =>
		field === "open"
			? row.closedOn === null
			: field === "paused"
				? row.closedOn === null && row.pausedUntil !== null && row.pausedUntil >= today
				: field === "archived"
					? false
					: own(row, field),
	searched: ({ employerName }) => employerName,
};

const labourNeeds: LocalList<LabourNeed> = {
	fields: labourNeedFields,
	sort: "-recordedOn",
	read: (row) => (field) => (field === "open" ? row.openPosts > 0 : field === "teer" ? row.occupationCode[1] : own(row, field)),
	searched: ({ employerName }) => employerName,
};

const visits: LocalList<VisitRow> = {
	fields: visitFields,
	sort: "-occurredOn",
	read: (row) => (field) =>
		field === "employerId"
			? row.employers.map(({ employerId }) => employerId)
			: field === "mrcCode"
				? row.employers.map(({ mrcCode }) => mrcCode)
				: field === "adviserId"
					? row.advisers.map(({ personId }) => personId)
					: own(row, field),
	searched: ({ employers: visited }) => visited.map(({ employerName }) => employerName).join(" "),
};

const followUps: LocalList<FollowUp> = {
	fields: followUpFields,
	sort: "dueOn",
	read: (row, today) => (field) =>
		field === "ownerId"
			? [row.ownerId, ...row.coOwnerIds]
			: field === "done"
				? row.doneOn !== null
				: field === "late"
					? row.doneOn === null && row.dueOn < today
					: own(row, field),
	searched: ({ employerName }) => employerName,
};

/** The lists that this device can answer of one's own portfolio. */
export const localLists = {
	listEmployers: employers,
	listSupportCases: supportCases,
	listLabourNeeds: labourNeeds,
	listVisits: visits,
	listFollowUps: followUps,
};
export type LocalListId = keyof typeof localLists;
export type RowsOf = { [Id in LocalListId]: (typeof localLists)[Id] extends LocalList<infer Row> ? Row[] : never };
