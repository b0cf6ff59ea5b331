import { getPortalFunnel } from "#contract/portal-accounts.ts";
import { apiQuery } from "#lib/api.ts";

export const funnelQuery = (asOf: string | null) => apiQuery(getPortalFunnel, { query: asOf ? { asOf } : {} });
