import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listOccupations } from "#contract/reference.ts";
import { apiQuery } from "./api.ts";
import { shortOccupation } from "./occupations.ts";
import { useLanguage } from "./preferences.ts";

/** The occupations counted, named by the API all at once; their code meanwhile. */
export function useOccupationNames(codes: readonly string[]): (code: string) => string {
	const language = useLanguage();
	const wanted = [...new Set(codes)].sort().slice(0, 200).join(",");
	const { data } = useQuery({
		...apiQuery(listOccupations, { query: { codes: wanted } }),
		enabled: wanted !== "",
		placeholderData: keepPreviousData,
		staleTime: 60 * 60_000,
	});
	return useMemo(() => {
		const labels = new Map((data?.items ?? []).map((item) => [item.code, shortOccupation(language === "fr" ? item.labelFr : item.labelEn)]));
		return (code) => labels.get(code) ?? code;
	}, [data, language]);
}
