import { reads } from "#lib/reads.ts";

/** A referral brings its follow-up, and closed with an outcome it is support that counts. */
export const touchedByReferrals = reads(
	"listReferrals",
	"countReferrals",
	"getReferral",
	"listFollowUps",
	"countFollowUps",
	"getFollowUp",
	"getMyDay",
	"getDigest",
	"countAlerts",
	"getNavigationCounts",
	"getDashboard",
	"getImmigrationLine",
	"listImmigrationLines",
	"countImmigrationLines",
	"getSupportCase",
	"getEmployer",
	"listTimeline",
);
