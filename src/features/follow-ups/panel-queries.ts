import { listFollowUps } from "#contract/follow-ups.ts";
import { apiQuery } from "#lib/api.ts";

export const nextStepsShown = 6;
export const openOf = (employerId: string) => `employerId==${employerId};done==false`;

/** What is still to be done for an employer, the soonest first. */
export const nextStepsQuery = (employerId: string) => apiQuery(listFollowUps, { query: { filter: openOf(employerId), sort: "dueOn", limit: nextStepsShown } });
