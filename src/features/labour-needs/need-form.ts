import type { LabourNeed } from "#contract/labour-needs.ts";
import { reads } from "#lib/reads.ts";

/** Posts of a need are told by its employer, its case and the dashboard. */
export const touchedByNeed = reads(
	"listLabourNeeds",
	"countLabourNeeds",
	"getNeedMatrix",
	"getLabourNeed",
	"getNeedLedger",
	"listNeedsToOffer",
	"listMissionRegistrations",
	"listEmployers",
	"countEmployers",
	"getEmployer",
	"listTimeline",
	"getBoard",
	"getDashboard",
	"listNeedsToOffer",
	"listMissionRegistrations",
);

/** What the form holds: text as typed; a number or null. Posts are moved, not typed. */
export type NeedValues = {
	occupationCode: string;
	permanence: string;
	startOn: string;
	hourlyWageCents: number | null;
	frenchLevel: string;
	housing: string;
	closedOn: string;
};

export const needValues = (need: LabourNeed): NeedValues => ({
	occupationCode: need.occupationCode,
	permanence: need.permanence ?? "",
	startOn: need.startOn ?? "",
	hourlyWageCents: need.hourlyWageCents,
	frenchLevel: need.frenchLevel === null ? "" : String(need.frenchLevel),
	housing: need.housing ?? "",
	closedOn: need.closedOn ?? "",
});

export const needBody = (values: NeedValues) => ({
	...values,
	permanence: values.permanence || null,
	startOn: values.startOn || null,
	frenchLevel: values.frenchLevel === "" ? null : Number(values.frenchLevel),
	housing: values.housing || null,
	closedOn: values.closedOn || null,
});
