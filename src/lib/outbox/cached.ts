import type { QueryClient } from "@tanstack/react-query";
import type { Reference } from "#contract/reference.ts";
import type { Session } from "#contract/session.ts";
import { endpointNamed, kindOf } from "./catalogue.ts";
import type { Known } from "./projections.ts";

type Row = Record<string, unknown> & { id: string };

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";
const rowsOf = (data: unknown): Row[] => {
	if (isRow(data)) return [data];
	const items = (data as { items?: unknown } | null | undefined)?.items;
	if (Array.isArray(items)) return items.filter(isRow);
	// The groups of a day.
	return typeof data === "object" && data !== null
		? Object.values(data).flatMap((group) => (group !== null && typeof group === "object" && "items" in group ? rowsOf(group) : []))
		: [];
};

/** A record as some answer already read tells it; the fullest first. */
export function cachedRecord(client: QueryClient, kind: string, id: string): Row | null {
	const queries = client
		.getQueryCache()
		.getAll()
		.filter(({ queryKey, state }) => {
			const read = endpointNamed(queryKey[0]);
			return state.data !== undefined && read !== undefined && (kindOf(read) === kind || read.id === "getMyDay");
		});
	const found = queries.flatMap(({ state }) => rowsOf(state.data)).filter((row) => row.id === id);
	return found.sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? null;
}

/** Who is in session, and the day it is, as the API said them last. */
export const sessionOf = (client: QueryClient) => client.getQueryData<Session>(["getSession", {}]);
const referenceOf = (client: QueryClient) => client.getQueryData<Reference>(["getReference", {}]);
export const todayOf = (client: QueryClient) => referenceOf(client)?.today ?? new Date().toLocaleDateString("en-CA");

/** What this page knows of names. */
export const knownBy = (client: QueryClient, personId: string): Known => ({
	employer: (id) => {
		const row = cachedRecord(client, "employers", id);
		return row ? { name: String(row.name ?? ""), mrcCode: typeof row.mrcCode === "string" ? row.mrcCode : null } : undefined;
	},
	person: (id) => referenceOf(client)?.people.find((person) => person.id === id),
	personId,
	today: todayOf(client),
});
