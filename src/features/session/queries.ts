import { getSetup, listOwnSessions } from "#contract/account.ts";
import { apiQuery } from "#lib/api.ts";

export const setupQuery = apiQuery(getSetup, {});
export const ownSessionsQuery = { ...apiQuery(listOwnSessions, {}), staleTime: 0 };
