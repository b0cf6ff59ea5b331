import { listSupportCases } from "#contract/support-cases.ts";
import { apiQuery } from "#lib/api.ts";
import { reads } from "#lib/reads.ts";

/** The cases of an employer, the latest first. */
export const casesOfQuery = (employerId: string) =>
	apiQuery(listSupportCases, { query: { filter: `employerId==${employerId}`, sort: "-openedOn", limit: 50 } });

/** Every read that a case opened for an employer changes. */
export const touchedByOpening = reads(
	"listSupportCases",
	"countSupportCases",
	"getBoard",
	"getSupportCase",
	"getEmployer",
	"listEmployers",
	"countEmployers",
	"listTimeline",
	"getNavigationCounts",
);
