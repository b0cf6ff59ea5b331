import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listEmployers } from "#contract/employers.ts";
import { apiQuery } from "./api.ts";
import type { Choice } from "./choice.ts";
import { useSession } from "./session.ts";

const limit = 8;

/** Mine, the latest visited first: what a box shows before a letter is typed. */
export const mineFirst = (personId: string, limit: number) => ({ filter: `advisorId==${personId}`, sort: "-lastVisitOn", limit });

/** What a box that chooses an employer shows: those found for what is typed; before the first letter mine, the latest visited first, unless only what is typed is looked for. */
export function useEmployerChoices(chosen: Choice | null, { onlyTyped = false } = {}) {
	const me = useSession().person.id;
	const [typed, setTyped] = useState("");
	const q = typed === chosen?.label ? "" : typed.trim();
	const query = q ? { q, limit } : mineFirst(me, limit);
	const { data, isFetching } = useQuery({ ...apiQuery(listEmployers, { query }), enabled: q !== "" || !onlyTyped, placeholderData: keepPreviousData });
	return {
		items: (data?.items ?? []).map(
			({ id, name, municipalityName }): Choice => ({ id, label: name, ...(municipalityName ? { detail: municipalityName } : {}) }),
		),
		value: chosen,
		onInputChange: setTyped,
		isLoading: isFetching && q !== "",
	};
}
