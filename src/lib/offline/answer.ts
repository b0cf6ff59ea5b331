import type { EndpointDefinition } from "#contract/endpoint.ts";
import { useContact } from "./contact.ts";
import { collections, type KeptAnswer, type KeptEmployer, type KeptRows, localToday, nameOfAnswer, readHolder, storeHere } from "./kept.ts";
import { pageOf } from "./local-list.ts";
import { type LocalListId, localLists } from "./local-lists.ts";

type Input = { params?: Record<string, string>; query?: Record<string, unknown> };
type Store = NonNullable<Awaited<ReturnType<typeof storeHere>>>;

/** Read once for the page: several questions are asked of the same rows, key after key. */
const lists = new Map<LocalListId, Promise<KeptRows | null>>();
export const forgetLists = () => lists.clear();
function rowsOf(store: Store, id: LocalListId): Promise<KeptRows | null> {
	const known = lists.get(id) ?? store.get<KeptRows>(collections.lists, id);
	lists.set(id, known);
	return known;
}

const isLocal = (id: string): id is LocalListId => Object.hasOwn(localLists, id);
const ofKept = { listSupportCases: "supportCases", listLabourNeeds: "labourNeeds", listVisits: "visits", listFollowUps: "followUps" } as const;
const employerIn = (filter: unknown) => /(?:^|;)employerId==([0-9a-f-]{36})(?:;|$)/.exec(String(filter ?? ""))?.[1];

async function fromPortfolio(store: Store, id: string, { params, query = {} }: Input): Promise<KeptAnswer | null> {
	const keptOf = (employerId: string | undefined) => (employerId ? store.get<KeptEmployer>(collections.employers, employerId) : null);
	if (id === "getEmployer") {
		const kept = await keptOf(params?.id);
		return kept && { at: kept.at, data: kept.employer };
	}
	if (id === "listTimeline") {
		const kept = await keptOf(params?.id);
		if (!kept || query.after) return null;
		const kinds = query.kind ? String(query.kind).split(",") : null;
		const items = kept.thread.filter(({ kind }) => !kinds || kinds.includes(kind));
		return { at: kept.at, data: { items, total: items.length, next: null } };
	}
	if (!isLocal(id)) return null;
	const employer = id === "listEmployers" ? null : await keptOf(employerIn(query.filter));
	const kept = employer ? { at: employer.at, rows: employer[ofKept[id as keyof typeof ofKept]] } : await rowsOf(store, id);
	const page = kept && pageOf(localLists[id] as never, kept.rows as never[], query, localToday());
	return kept && page && { at: kept.at, data: page };
}

/** What this device knows of a question that nobody answers; undefined when it knows nothing of it. The most recent of what was read word for word and of the portfolio. */
async function find(endpoint: EndpointDefinition, input: Input): Promise<unknown> {
	const store = await storeHere();
	if (!store) return undefined;
	const found = await Promise.all([store.get<KeptAnswer>(collections.answers, nameOfAnswer(endpoint.id, input)), fromPortfolio(store, endpoint.id, input)]);
	const [latest] = found.filter((one) => one !== null).sort((a, b) => b.at - a.at);
	if (!latest) return undefined;
	// Another version of the application may have written it.
	const parsed = endpoint.output.safeParse(latest.data);
	if (!parsed.success) return undefined;
	return endpoint.id === "getReference" ? { ...(parsed.data as object), today: localToday() } : parsed.data;
}

/** Answers in the place of the API, and says that it does. */
export async function answerFromDevice(endpoint: EndpointDefinition, input: Input): Promise<unknown> {
	const data = await find(endpoint, input).catch(() => undefined);
	if (data !== undefined && useContact.getState().lostSince === null) useContact.setState({ lostSince: readHolder()?.contactAt ?? Date.now() });
	return data;
}
