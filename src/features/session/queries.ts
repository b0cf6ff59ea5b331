import { getSetup, listOwnSessions } from "#contract/account.ts";
import { listSessionPeople } from "#contract/session.ts";
import { apiQuery } from "#lib/api.ts";

export const peopleQuery = apiQuery(listSessionPeople, {});
export const setupQuery = apiQuery(getSetup, {});
export const ownSessionsQuery = { ...apiQuery(listOwnSessions, {}), staleTime: 0 };
