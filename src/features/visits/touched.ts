import { reads } from "#lib/reads.ts";

/** Reads that a visit changes; marked stale, read again when somebody looks. */
export const touchedByVisits = reads(
	"getVisit",
	"listVisits",
	"countVisits",
	"listEmployers",
	"getEmployer",
	"listTimeline",
	"listFollowUps",
	"countFollowUps",
	"listFollowUpProposals",
	"getMyDay",
	"getDigest",
	"countAlerts",
	"listLabourNeeds",
	"countLabourNeeds",
	"listToolUses",
	"countToolUses",
	"getTour",
	"getBoard",
	"getDashboard",
	"getNavigationCounts",
);
