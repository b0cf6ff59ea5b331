import { useMemo } from "react";
import { labourNeedFields } from "#contract/labour-needs.ts";
import type { Naming } from "#lib/filter-words.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useReference } from "#lib/reference.ts";
import { useOccupationNames } from "#lib/use-occupation-names.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** The words of the list of needs; the occupations counted are named by the API, all at once. */
export function useNeedNaming(occupationCodes: readonly string[]): Naming {
	const words = useWords(text);
	const { term } = useReference();
	const nameOf = useOccupationNames(occupationCodes);
	const codes = useMemo(
		() => ({
			housing: (code: string) => term("needHousing", code),
			occupationCode: (code: string) => (nameOf(code) === code ? code : `${code} ${nameOf(code)}`),
		}),
		[nameOf, term],
	);
	return useNaming(labourNeedFields, words, codes);
}
