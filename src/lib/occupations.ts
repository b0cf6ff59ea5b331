import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listOccupations, type Occupation } from "#contract/reference.ts";
import { apiQuery } from "./api.ts";
import { useLanguage } from "./preferences.ts";

/**
 * The titles of the CNP name several groups in a row and both genders: a box has room for the first group, cut at a word.
 * A zero-width space after each slash lets the line break there; the whole title stays in a tooltip or a table.
 */
export function shortOccupation(label: string, most = 40): string {
	const [first = label] = label.split(", ");
	const cut = first.length <= most ? first : `${first.slice(0, most + 1).replace(/[\s/][^\s/]*$/, "")}…`;
	return cut.replace(/\//g, "/\u200B");
}

const occupationsQuery = (q: string) => apiQuery(listOccupations, { query: q ? { q } : {} });
type Choice = { id: string; label: string; detail?: string };

/** What a box that chooses an occupation shows: those found for what is typed, by title or code, and the one chosen, by its name. */
export function useOccupationChoice(value: string, onChange: (code: string) => void) {
	const language = useLanguage();
	const [typed, setTyped] = useState("");
	const [picked, setPicked] = useState<Choice | null>(null);
	const item = ({ code, labelFr, labelEn }: Occupation): Choice => ({ id: code, label: language === "fr" ? labelFr : labelEn, detail: code });
	const found = useQuery({ ...occupationsQuery(typed.trim()), placeholderData: keepPreviousData });
	// A code that was stored is named before the box is drawn: the box would otherwise keep the code as its words.
	const isNamed = value === "" || picked?.id === value;
	const named = useQuery({ ...occupationsQuery(value), enabled: !isNamed });
	const stored = named.data?.items.find(({ code }) => code === value);
	return {
		isNaming: !isNamed && named.isPending,
		box: {
			items: (found.data?.items ?? []).map(item),
			value: value === "" ? null : picked?.id === value ? picked : stored ? item(stored) : { id: value, label: value },
			onChange: (occupation: Choice | null) => {
				setTyped("");
				setPicked(occupation);
				onChange(occupation?.id ?? "");
			},
			onInputChange: setTyped,
			isLoading: found.isFetching && typed !== "",
		},
	};
}
