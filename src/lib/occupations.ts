import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { findOccupations } from "#contract/occupation-search.ts";
import { getOccupationCatalogue, listOccupations, type Occupation } from "#contract/reference.ts";
import { apiQuery } from "./api.ts";
import type { Choice } from "./choice.ts";
import { useLanguage } from "./preferences.ts";
import { useMay } from "./session.ts";

/**
 * The titles of the CNP name several groups in a row and both genders: a box has room for the first group, cut at a word.
 * A zero-width space after each slash lets the line break there; the whole title stays in a tooltip or a table.
 */
export function shortOccupation(label: string, most = 40): string {
	const [first = label] = label.split(", ");
	const cut = first.length <= most ? first : `${first.slice(0, most + 1).replace(/[\s/][^\s/]*$/, "")}…`;
	return cut.replace(/\//g, "/\u200B");
}

/** All of them, kept for the session and on the device: what is typed is found at once, and without a network. */
const catalogueQuery = { ...apiQuery(getOccupationCatalogue, {}), staleTime: 60 * 60_000, retry: false };
const occupationsQuery = (q: string) => apiQuery(listOccupations, { query: q ? { q } : {} });

/** What a box that chooses an occupation shows: those found for what is typed, by everyday or official title or code, and the one chosen, by its name. */
export function useOccupationChoice(value: string, onChange: (code: string) => void) {
	const language = useLanguage();
	const [typed, setTyped] = useState("");
	const [picked, setPicked] = useState<Choice | null>(null);
	const item = ({ code, labelFr, labelEn, title }: Occupation): Choice => ({
		id: code,
		label: language === "fr" ? labelFr : labelEn,
		detail: title ? `${code} · ${title}` : code,
	});
	const hasCatalogue = useMay()("getOccupationCatalogue");
	const { data: catalogue, isError } = useQuery({ ...catalogueQuery, enabled: hasCatalogue });
	// Of an API that has no catalogue, each question is asked.
	const isAsked = !catalogue && (!hasCatalogue || isError);
	const isAwaited = !catalogue && !isAsked;
	// With the whole CNP brought, the API knows more everyday titles than the device keeps: what it keeps is shown until the API answers.
	const knowsMore = catalogue?.isWhole === false && typed.trim().length > 1;
	const asked = useQuery({ ...occupationsQuery(typed.trim()), placeholderData: keepPreviousData, enabled: isAsked || knowsMore });
	const answered = knowsMore && !asked.isPlaceholderData ? asked.data : undefined;
	// A report has a box for each need: what is typed elsewhere looks for nothing.
	const ranked = useMemo(() => catalogue && findOccupations(typed, catalogue.items), [typed, catalogue]);
	const found =
		answered?.items ?? ranked?.map(({ occupation: { code, labelFr, labelEn }, title }) => ({ code, labelFr, labelEn, title })) ?? asked.data?.items ?? [];
	// A code that was stored is named before the box is drawn: the box would otherwise keep the code as its words.
	const isNamed = value === "" || picked?.id === value;
	const named = useQuery({ ...occupationsQuery(value), enabled: isAsked && !isNamed });
	const stored = (catalogue ?? named.data)?.items.find(({ code }) => code === value);
	return {
		isNaming: !isNamed && (isAwaited || (isAsked && named.isPending)),
		box: {
			items: found.map(item),
			value: value === "" ? null : picked?.id === value ? picked : stored ? item(stored) : { id: value, label: value },
			onChange: (occupation: Choice | null) => {
				setTyped("");
				setPicked(occupation);
				onChange(occupation?.id ?? "");
			},
			onInputChange: setTyped,
			isLoading: typed !== "" && (isAwaited || asked.isFetching),
		},
	};
}
