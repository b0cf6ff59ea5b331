import { getVisit } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";

export const visitQuery = (id: string) => apiQuery(getVisit, { params: { id } });
