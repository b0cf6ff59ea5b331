import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { EmployerRow } from "#contract/employers.ts";
import { listEmployers } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { text } from "./text.ts";

const limit = 8;

type Shown = Pick<EmployerRow, "id" | "name" | "municipalityName" | "lastVisitOn" | "openPosts">;

/** An employer as a line of the type-ahead: « Ébénisterie du Mont · Mont-Saint-Hilaire », « Visitée le 24 août · 3 postes ouverts ». */
export function useEmployerItem() {
	const words = useWords(text);
	const { short } = useFormat();
	return ({ id, name, municipalityName, lastVisitOn, openPosts }: Shown): ComboboxItem => ({
		id,
		label: name,
		...(municipalityName ? { detail: municipalityName } : {}),
		detail2: [lastVisitOn ? words.log.visitedOn(short(lastVisitOn)) : words.log.neverVisited, ...(openPosts > 0 ? [words.log.openPosts(openPosts)] : [])].join(
			" · ",
		),
	});
}

/** Employers by the words typed; before the first letter, mine, the latest visited first. `isFor` says which words the items answer. */
export function useEmployerItems(typed: string): { items: ComboboxItem[]; isFor: string | null; isLoading: boolean } {
	const me = useSession().person.id;
	const toItem = useEmployerItem();
	const q = typed.trim();
	const query = q ? { q, limit } : { filter: `advisorId==${me}`, sort: "-lastVisitOn", limit };
	const { data, isPlaceholderData, isFetching } = useQuery({ ...apiQuery(listEmployers, { query }), placeholderData: keepPreviousData });
	return { items: (data?.items ?? []).map(toItem), isFor: data && !isPlaceholderData ? q : null, isLoading: isFetching };
}
