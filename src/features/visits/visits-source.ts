import { countVisits, listVisits, visitFields } from "#contract/visits.ts";

export const visitsSource = { list: listVisits, counts: countVisits, fields: visitFields, facets: ["status", "mode", "adviserId", "mrcCode"] } as const;
