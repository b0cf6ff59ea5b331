import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { listPartners } from "#contract/partners.ts";
import { apiQuery } from "./api.ts";
import type { Choice } from "./choice.ts";
import { useReference } from "./reference.ts";

/** Partners by the words typed, as lines of a type-ahead: « Forum Ancrage maskoutain · OBNL, Les Maskoutains ». Before the first letter, the first ones by name. */
export function usePartnerItems(typed: string): { items: Choice[]; isFor: string | null; isLoading: boolean } {
	const { term, mrcName } = useReference();
	const q = typed.trim();
	const { data, isPlaceholderData, isFetching } = useQuery({
		...apiQuery(listPartners, { query: { ...(q ? { q } : {}), limit: 8 } }),
		placeholderData: keepPreviousData,
	});
	return {
		items: (data?.items ?? []).map(({ id, name, type, mrcCode }) => ({
			id,
			label: name,
			detail: [term("partnerType", type), ...(mrcCode ? [mrcName(mrcCode)] : [])].join(", "),
		})),
		/** Which words the items answer. */
		isFor: data && !isPlaceholderData ? q : null,
		isLoading: isFetching,
	};
}
