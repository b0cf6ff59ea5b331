import { listSessionPeople } from "#contract/session.ts";
import { apiQuery } from "#lib/api.ts";

export const peopleQuery = apiQuery(listSessionPeople, {});
