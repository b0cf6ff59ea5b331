import { listPortalAccounts } from "#contract/portal-accounts.ts";
import { listToolUses } from "#contract/tool-uses.ts";
import { apiQuery } from "#lib/api.ts";

/** What an employer did with the Portail and the Journées Québec, the latest first. */
export const toolUsesOfQuery = (employerId: string) =>
	apiQuery(listToolUses, { query: { filter: `employerId==${employerId}`, sort: "-occurredOn", limit: 200 } });

/** How its account of the Portail stands today: one row, or none. */
export const portalAccountOfQuery = (employerId: string) => apiQuery(listPortalAccounts, { query: { filter: `employerId==${employerId}`, limit: 1 } });
