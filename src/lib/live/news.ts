import type { QueryClient } from "@tanstack/react-query";
import { create } from "zustand";
import type { OperationId } from "#contract/endpoints.ts";

/** What lists show. A part that changes (a contact, a passage) is a change of the record it belongs to. */
export type ListedRecord = "employer" | "supportCase" | "visit" | "labourNeed" | "followUp" | "toolUse" | "referral" | "mission";

const recordOf: Partial<Record<OperationId, ListedRecord>> = {
	listEmployers: "employer",
	countEmployers: "employer",
	listSupportCases: "supportCase",
	countSupportCases: "supportCase",
	getBoard: "supportCase",
	listVisits: "visit",
	countVisits: "visit",
	listLabourNeeds: "labourNeed",
	countLabourNeeds: "labourNeed",
	listFollowUps: "followUp",
	countFollowUps: "followUp",
	listToolUses: "toolUse",
	countToolUses: "toolUse",
	listReferrals: "referral",
	countReferrals: "referral",
	listMissions: "mission",
	countMissions: "mission",
};
export const recordOfList = (id: unknown): ListedRecord | undefined => recordOf[id as OperationId];

/** Rows under a cursor: what colleagues change in them waits until it is asked for. `beside` goes with them: counts, the rest of the pages. */
export type Held = "rows" | "beside";
export const heldRows = <Q extends object>(query: Q) => ({ ...query, meta: { held: "rows" satisfies Held } });
export const heldBeside = <Q extends object>(query: Q) => ({ ...query, meta: { held: "beside" satisfies Held } });

type News = Partial<Record<ListedRecord, ReadonlyMap<string, number>>>;

/** Records that colleagues changed and that no list has read again since, with the moment when we heard of it. */
const useNews = create<News>(() => ({}));

export function useNewsCount(list: string): number {
	const record = recordOfList(list);
	return useNews((news) => (record && news[record]?.size) ?? 0);
}

const readAt: Partial<Record<ListedRecord, number>> = {};

export function addNews(record: ListedRecord, ids: Iterable<string>, heardAt: number) {
	// Read meanwhile.
	if (heardAt <= (readAt[record] ?? 0)) return;
	useNews.setState((news) => ({ [record]: new Map([...(news[record] ?? []), ...[...ids].map((id) => [id, heardAt] as const)]) }));
}

/** The list was read: what was heard before it was asked is in it. */
export function dropNews(record: ListedRecord, askedAt: number) {
	readAt[record] = Math.max(askedAt, readAt[record] ?? 0);
	useNews.setState((news) => {
		const left = [...(news[record] ?? [])].filter(([, heardAt]) => heardAt > askedAt);
		return left.length === (news[record]?.size ?? 0) ? news : { [record]: new Map(left) };
	});
}

/** « Afficher »: the person's own doing. */
export const showNews = (client: QueryClient, list: string) =>
	client.invalidateQueries({ predicate: ({ meta, queryKey }) => meta?.held !== undefined && recordOfList(queryKey[0]) === recordOfList(list) });

let following = false;
/** Do colleagues' changes reach this tab by themselves? */
export const isFollowing = () => following;
export const setFollowing = (is: boolean) => {
	following = is;
};
