import { listVisits } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";

export const visitsShown = 200;
export const visitsOf = (employerId: string) => `employerId==${employerId}`;

/** The visits of an employer, the latest first. */
export const visitsOfQuery = (employerId: string) => apiQuery(listVisits, { query: { filter: visitsOf(employerId), sort: "-occurredOn", limit: visitsShown } });
