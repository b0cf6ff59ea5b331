import { useSearchParams } from "react-router";
import type { PeriodQuery } from "#contract/indicators.ts";
import { periodUrlOf, readPeriodUrl } from "./period-url.ts";

/** The period is the address: a colleague who opens the link sees the same figures. What else the address says stays. */
export function usePeriod(): { query: PeriodQuery; choose: (query: PeriodQuery) => void } {
	const [search, setSearch] = useSearchParams();
	return {
		query: readPeriodUrl(search),
		choose: (query) => {
			const next = new URLSearchParams(search);
			for (const word of ["exercice", "trimestre", "mois", "du", "jusquau", "au"]) next.delete(word);
			for (const [word, value] of Object.entries(periodUrlOf(query))) next.set(word, value);
			setSearch(next, { preventScrollReset: true });
		},
	};
}
