import { useQuery } from "@tanstack/react-query";
import { getVisitPrefill, type Visit } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { useMay } from "#lib/session.ts";

/** What was last said of the employer visited: asked for one business, as the visit was saved. */
export const prefillQuery = (visit: Pick<Visit, "id" | "employers" | "occurredOn">) =>
	apiQuery(getVisitPrefill, { query: { employerId: visit.employers[0]?.employerId ?? "", before: visit.occurredOn, except: visit.id } });

export function usePrefill(visit: Visit) {
	const may = useMay();
	return useQuery({ ...prefillQuery(visit), enabled: visit.employers.length === 1 && may("getVisitPrefill") }).data ?? null;
}
