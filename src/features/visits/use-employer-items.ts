import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { EmployerRow } from "#contract/employers.ts";
import { listEmployers } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { mineFirst } from "#lib/employer-choices.ts";
import { useFormat } from "#lib/format.ts";
import { matchEmployers } from "#lib/match-employers.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { text } from "./text.ts";

const limit = 8;
const none: EmployerRow[] = [];

type Shown = Pick<EmployerRow, "id" | "name" | "municipalityName" | "lastVisitOn" | "openPosts">;

/** An employer as a line of the type-ahead: « Ébénisterie du Mont · Mont-Saint-Hilaire », « Visitée le 24 août · 3 postes ouverts ». */
export function useEmployerItem() {
	const words = useWords(text);
	const { short } = useFormat();
	return ({ id, name, municipalityName, lastVisitOn, openPosts }: Shown): ComboboxItem => ({
		id,
		label: name,
		...(municipalityName ? { detail: municipalityName } : {}),
		detail2: [lastVisitOn ? words.visitedOn(short(lastVisitOn)) : words.neverVisited, ...(openPosts > 0 ? [words.openPosts(openPosts)] : [])].join(" · "),
	});
}

/** Mine, the latest visited first: at hand before a letter is typed, and looked through without the network. */
export const ownEmployersQuery = (personId: string) => apiQuery(listEmployers, { query: mineFirst(personId, 200) });

export function useOwnEmployers(): EmployerRow[] {
	const { data } = useQuery(ownEmployersQuery(useSession().person.id));
	return data?.items ?? none;
}

/**
 * Employers by the words typed: mine at once, then those of the region below them when they come; what stands first does not move.
 * `isFor` says which words the items answer.
 */
export function useEmployerItems(typed: string): { items: ComboboxItem[]; isFor: string | null; isLoading: boolean } {
	const toItem = useEmployerItem();
	const own = useOwnEmployers();
	const q = typed.trim();
	const search = useQuery({ ...apiQuery(listEmployers, { query: { q, limit } }), enabled: q !== "", placeholderData: keepPreviousData });
	const mine = matchEmployers(q, own).slice(0, limit);
	const others = q === "" ? none : (search.data?.items ?? none).filter(({ id }) => !mine.some((one) => one.id === id));
	const isAnswered = q === "" || search.isError || (search.isSuccess && !search.isPlaceholderData);
	const rows = isAnswered || mine.length === 0 ? [...mine, ...others] : mine;
	return { items: rows.slice(0, limit).map(toItem), isFor: isAnswered || mine.length > 0 ? q : null, isLoading: search.isFetching };
}
