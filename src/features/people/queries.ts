import { listPeople } from "#contract/people.ts";
import { apiQuery } from "#lib/api.ts";

export const peopleQuery = apiQuery(listPeople, {});
