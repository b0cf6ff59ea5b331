import { listToolUses } from "#contract/tool-uses.ts";
import { apiQuery } from "#lib/api.ts";

/** What an employer did with the Portail and the Journées Québec, the latest first. */
export const toolUsesOfQuery = (employerId: string) =>
	apiQuery(listToolUses, { query: { filter: `employerId==${employerId}`, sort: "-occurredOn", limit: 200 } });
