import type { EndpointDefinition } from "#contract/endpoint.ts";
import { useContact } from "./contact.ts";
import { collections, type KeptAnswer, localToday, nameOfAnswer, readHolder, storeHere } from "./kept.ts";
import { employerOf, ownOf, readAt, rowsOf } from "./kept-portfolio.ts";
import { pageOf } from "./local-list.ts";
import { type LocalListId, localLists } from "./local-lists.ts";

type Input = { params?: Record<string, string>; query?: Record<string, unknown> };
type Store = NonNullable<Awaited<ReturnType<typeof storeHere>>>;

const isLocal = (id: string): id is LocalListId => Object.hasOwn(localLists, id);
const employerIn = (filter: unknown) => /(?:^|;)employerId==([0-9a-f-]{36})(?:;|$)/.exec(String(filter ?? ""))?.[1];

async function fromPortfolio(store: Store, id: string, { params: { id: recordId = "" } = {}, query = {} }: Input): Promise<Pick<KeptAnswer, "data"> | null> {
	const answer = (data: unknown) => (data ? { data } : null);
	if (id === "getEmployer") return answer((await employerOf(store, recordId))?.employer);
	if (id === "getVisit") return answer((await ownOf(store))?.reports.find((report) => report.id === recordId));
	if (id === "listTimeline") {
		const kept = await employerOf(store, recordId);
		if (!kept || query.after) return null;
		const kinds = query.kind ? String(query.kind).split(",") : null;
		const items = kept.thread.filter(({ kind }) => !kinds || kinds.includes(kind));
		return answer({ items, total: items.length, next: null });
	}
	if (!isLocal(id)) return null;
	const rows = await rowsOf(store, id, employerIn(query.filter));
	return answer(rows && pageOf(localLists[id] as never, rows as never[], query, localToday()));
}

/** What this device knows of a question that nobody answers; undefined when it knows nothing of it. The most recent of what was read word for word and of the portfolio. */
async function find(endpoint: EndpointDefinition, input: Input): Promise<unknown> {
	const store = await storeHere();
	if (!store) return undefined;
	const [read, portfolioAt] = await Promise.all([store.get<KeptAnswer>(collections.answers, nameOfAnswer(endpoint.id, input)), readAt(store)]);
	// The other one is opened only where the most recent does not answer: a list of the portfolio takes a while.
	const copies = [
		{ at: read?.at ?? 0, open: async () => read },
		...(portfolioAt === null ? [] : [{ at: portfolioAt, open: () => fromPortfolio(store, endpoint.id, input) }]),
	];
	for (const { open } of copies.sort((a, b) => b.at - a.at)) {
		const kept = await open();
		// Another version of the application may have written it.
		const parsed = kept && endpoint.output.safeParse(kept.data);
		if (parsed?.success) return endpoint.id === "getReference" ? { ...(parsed.data as object), today: localToday() } : parsed.data;
	}
	return undefined;
}

/** Answers in the place of the API, and says that it does. */
export async function answerFromDevice(endpoint: EndpointDefinition, input: Input): Promise<unknown> {
	const data = await find(endpoint, input).catch(() => undefined);
	if (data !== undefined && useContact.getState().lostSince === null) useContact.setState({ lostSince: readHolder()?.contactAt ?? Date.now() });
	return data;
}
