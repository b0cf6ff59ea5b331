import { useQuery } from "@tanstack/react-query";
import { countEmployers, type Employer, employerFields, getEmployer, listEmployers } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { type ListUrl, readListUrl } from "#lib/list-state.ts";

export const facetFields = ["stage", "mrcCode", "sectorCode", "advisorId", "portal"] as const;

export const facetsQuery = ({ q, filter }: Pick<ListUrl, "q" | "filter">) =>
	apiQuery(countEmployers, { query: { ...(q ? { q } : {}), ...(filter ? { filter } : {}), fields: facetFields.join(",") } });

/** How many employers there are, whatever is searched. */
export const allEmployersQuery = apiQuery(listEmployers, { query: { limit: 1 } });

export const listUrlOf = (request: Request) => readListUrl(new URL(request.url).searchParams, employerFields);

export const employerQuery = (id: string) => apiQuery(getEmployer, { params: { id } });

/** The employer of the page: its route's loader has it before anything draws. */
export function useEmployer(id: string): Employer {
	const { data } = useQuery(employerQuery(id));
	if (!data) throw new Error("The employer must be loaded before its page: put it in the route's loader.");
	return data;
}
