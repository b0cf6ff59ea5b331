import { reads } from "#lib/reads.ts";

/** A follow-up done is a trace of work: cases wake up, the next step of the employer changes. */
export const touchedByFollowUps = reads(
	"listFollowUps",
	"countFollowUps",
	"getFollowUp",
	"listFollowUpProposals",
	"getMyDay",
	"getDigest",
	"countAlerts",
	"getNavigationCounts",
	"getDashboard",
	"listEmployers",
	"countEmployers",
	"getEmployer",
	"listTimeline",
	"listSupportCases",
	"getBoard",
	"listImmigrationLines",
	"getImmigrationLine",
);
