import { listSessionPeople } from "#contract/session.ts";
import { apiQuery } from "#lib/api.ts";

/** Apart from the queries of accounts: the door is part of what every page carries, passwords are not. */
export const peopleQuery = apiQuery(listSessionPeople, {});
