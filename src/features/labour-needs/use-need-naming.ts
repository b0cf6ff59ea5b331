import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { labourNeedFields } from "#contract/labour-needs.ts";
import { listOccupations } from "#contract/reference.ts";
import { apiQuery } from "#lib/api.ts";
import type { Naming } from "#lib/filter-words.ts";
import { useNaming } from "#lib/list-naming.ts";
import { shortOccupation } from "#lib/occupations.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** The words of the list of needs; the occupations counted are named by the API, all at once. */
export function useNeedNaming(occupationCodes: readonly string[]): Naming {
	const words = useWords(text);
	const language = useLanguage();
	const { term } = useReference();
	const wanted = [...new Set(occupationCodes)].sort().slice(0, 200).join(",");
	const { data } = useQuery({
		...apiQuery(listOccupations, { query: { codes: wanted } }),
		enabled: wanted !== "",
		placeholderData: keepPreviousData,
		staleTime: 60 * 60_000,
	});
	const codes = useMemo(() => {
		const labels = new Map((data?.items ?? []).map((item) => [item.code, language === "fr" ? item.labelFr : item.labelEn]));
		return {
			housing: (code: string) => term("needHousing", code),
			occupationCode: (code: string) => (labels.has(code) ? `${code} ${shortOccupation(labels.get(code) ?? "")}` : code),
		};
	}, [data, language, term]);
	return useNaming(labourNeedFields, words, codes);
}
