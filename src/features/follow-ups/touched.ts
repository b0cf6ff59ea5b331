import type { OperationId } from "#contract/endpoints.ts";

const touched: readonly OperationId[] = [
	"listFollowUps",
	"countFollowUps",
	"getFollowUp",
	"listFollowUpProposals",
	"getMyDay",
	"getNavigationCounts",
	"getDashboard",
	"listEmployers",
	"countEmployers",
	"getEmployer",
	"listTimeline",
	"listSupportCases",
	"getBoard",
];
/** A follow-up done is a trace of work: cases wake up, the next step of the employer changes. By name: their schemas are not this feature's to load. */
export const touchedByFollowUps = touched.map((id) => ({ id }));
