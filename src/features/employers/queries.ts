import { useQuery } from "@tanstack/react-query";
import { type Employer, getEmployer } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";

export const employerQuery = (id: string) => apiQuery(getEmployer, { params: { id } });

/** The employer of the page: its route's loader has it before anything draws. */
export function useEmployer(id: string): Employer {
	const { data } = useQuery(employerQuery(id));
	if (!data) throw new Error("The employer must be loaded before its page: put it in the route's loader.");
	return data;
}
