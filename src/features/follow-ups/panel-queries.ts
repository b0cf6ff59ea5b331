import { countFollowUps, listFollowUps, type PromiseState } from "#contract/follow-ups.ts";
import { apiQuery } from "#lib/api.ts";

export const nextStepsShown = 6;
export const openOf = (employerId: string) => `employerId==${employerId};done==false`;

/** What is still to be done for an employer, the soonest first. */
export const nextStepsQuery = (employerId: string) => apiQuery(listFollowUps, { query: { filter: openOf(employerId), sort: "dueOn", limit: nextStepsShown } });

/** The promises of an employer, in one state or in any. */
export const promisesOf = (employerId: string, state?: PromiseState) => `employerId==${employerId};promise${state ? `==${state}` : "=null=false"}`;
export const promiseCountsQuery = (employerId: string) => apiQuery(countFollowUps, { query: { fields: "promise", filter: promisesOf(employerId) } });
const promisesShown = 4;
export const openPromisesQuery = (employerId: string) =>
	apiQuery(listFollowUps, { query: { filter: `employerId==${employerId};promise=in=(late,toCome)`, sort: "dueOn", limit: promisesShown } });
