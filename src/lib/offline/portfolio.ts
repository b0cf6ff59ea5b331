import { listFollowUps } from "#contract/follow-ups.ts";
import { listMyPortfolio, type MyPortfolio } from "#contract/my-portfolio.ts";
import { getOccupationCatalogue } from "#contract/reference.ts";
import { listVisits } from "#contract/visits.ts";
import type { DeviceStore } from "../device/store.ts";
import { call, inBackground } from "../http.ts";
import { whenMay } from "../session.ts";
import { giveWay } from "./give-way.ts";
import {
	allPieces,
	collections,
	form,
	type Head,
	headName,
	idOfPacked,
	type KeptLists,
	type KeptRecord,
	listKinds,
	localToday,
	nameOfAnswer,
	type Own,
	ownName,
	type Piece,
	packedRow,
	pieceOf,
	piecesOf,
	readHead,
	rowsName,
} from "./kept.ts";
import { forgetPortfolio } from "./kept-portfolio.ts";

const atATime = 50;
/** Of one's own, beside what the portfolio's employers bring. */
const ownRows = 300;

type KeptEmployer = KeptRecord & KeptLists;

/** What was read of some employers, each with what is theirs. */
function keptOf({ employers, supportCases, labourNeeds, visits, followUps, threads }: MyPortfolio): KeptEmployer[] {
	const by = <Row>(rows: readonly Row[], employersOf: (row: Row) => readonly (string | null)[]) => {
		const found = new Map<string | null, Row[]>();
		for (const row of rows) for (const id of employersOf(row)) found.set(id, [...(found.get(id) ?? []), row]);
		return (id: string) => found.get(id) ?? [];
	};
	const its = ({ employerId }: { employerId: string | null }) => [employerId];
	const casesOf = by(supportCases, its);
	const needsOf = by(labourNeeds, its);
	const visitsOf = by(visits, (visit) => visit.employers.map(({ employerId }) => employerId));
	const followUpsOf = by(followUps, its);
	const threadOf = by(threads, its);
	return employers.map((employer) => ({
		employer,
		supportCases: casesOf(employer.id),
		labourNeeds: needsOf(employer.id),
		visits: visitsOf(employer.id),
		followUps: followUpsOf(employer.id),
		thread: threadOf(employer.id)[0]?.items ?? [],
	}));
}

type News = { employers: KeptEmployer[]; reports: Own["reports"]; left: readonly string[]; tip: number };

/** All of the portfolio; or of it, what was written of since a number of the journal. Null when it was interrupted. */
async function ask(since: number | undefined, signal: AbortSignal): Promise<News | null> {
	const news: News = { employers: [], reports: [], left: [], tip: 0 };
	for (let after: string | undefined; ; ) {
		await giveWay(signal);
		const page: MyPortfolio = await call(listMyPortfolio, { query: { limit: atATime, after, since } }, { signal });
		if (signal.aborted) return null;
		// Where it stood before anything was read: what is written meanwhile is read twice rather than never.
		if (!after) Object.assign(news, { tip: page.tip, left: page.left });
		news.employers.push(...keptOf(page));
		news.reports.push(...page.reports);
		if (page.next === null) return news;
		after = page.next;
	}
}

/** The records of employers, and each of their lists apart, by what each keeps of one. */
const parts = [
	{ collection: collections.pieces, of: ({ employer, thread }: KeptEmployer): unknown => ({ employer, thread }) },
	...listKinds.map((kind) => ({ collection: piecesOf(kind), of: (kept: KeptEmployer): unknown => kept[kind] })),
];

/** Puts into their pieces what was read of some employers, and takes out those that left: one piece at a time, for each takes a while to seal. */
async function keepPieces(store: DeviceStore, news: Pick<News, "employers" | "left">, isWhole: boolean) {
	const touched = Map.groupBy(news.employers, ({ employer }) => pieceOf(employer.id));
	for (const id of news.left) if (!touched.has(pieceOf(id))) touched.set(pieceOf(id), []);
	for (const [name, employers] of touched) {
		const changes = parts.map(async ({ collection, of }) => {
			const before = isWhole ? null : await store.get<Piece<unknown>>(collection, name);
			const piece: Piece<unknown> = { ...before, ...Object.fromEntries(employers.map((kept) => [kept.employer.id, of(kept)])) };
			for (const id of news.left) delete piece[id];
			return { collection, id: name, value: piece };
		});
		// Together: a record never shows lists of another day.
		await store.write(await Promise.all(changes));
	}
	return touched;
}

async function readOwn(store: DeviceStore, personId: string, reports: Own["reports"], changed: ReadonlySet<string> | null, signal: AbortSignal): Promise<Own> {
	const before = changed && (await store.get<Own>(collections.lists, ownName));
	const untouched = before?.reports.filter(({ employers }) => !employers.some(({ employerId }) => changed?.has(employerId))) ?? [];
	const visits = await call(listVisits, { query: { filter: `adviserId==${personId}`, sort: "-occurredOn", limit: ownRows } }, { signal });
	const followUps = await call(listFollowUps, { query: { filter: `ownerId==${personId};done==false`, sort: "dueOn", limit: ownRows } }, { signal });
	const whole = new Map([...untouched, ...reports].map((report) => [report.id, report]));
	return { visits: visits.items, followUps: followUps.items, reports: [...whole.values()] };
}

/** What a need is named by in a plant’s parking lot: there with the portfolio, at once, and never among what gives way. Another API may have none. */
async function keepCatalogue(store: DeviceStore, signal: AbortSignal): Promise<void> {
	let reading: Promise<unknown> | undefined;
	await whenMay(getOccupationCatalogue.id, () => {
		reading = call(getOccupationCatalogue, {}, { signal }).catch(() => undefined);
	});
	const data = await reading;
	if (data !== undefined) await store.put(collections.answers, nameOfAnswer(getOccupationCatalogue.id, {}), { at: Date.now(), data });
}

/**
 * Reads one's portfolio into the device, or what changed of it since; employers that left it leave the device.
 * Whole once a day: what only passes with the days (a visit that locks, one too old to count) is in no journal.
 */
async function read(store: DeviceStore, personId: string, signal: AbortSignal): Promise<void> {
	const at = Date.now();
	const day = localToday();
	const head = await readHead(store);
	const since = head?.day === day ? head.since : undefined;
	const news = await ask(since, signal);
	if (!news) return;
	// An office restored from a backup: its numbers are not those that were kept.
	if (since !== undefined && news.tip < since) {
		await store.put(collections.lists, headName, { ...head, day: "" });
		return read(store, personId, signal);
	}
	if (head && since === news.tip) return store.put(collections.lists, headName, { ...head, at });
	const isWhole = since === undefined;
	if (isWhole) await keepCatalogue(store, signal);
	const touched = await keepPieces(store, news, isWhole);
	const changed = new Set([...news.left, ...news.employers.map(({ employer }) => employer.id)]);
	const own = await readOwn(store, personId, news.reports, isWhole ? null : changed, signal);
	if (signal.aborted) return;
	const before = isWhole ? [] : ((await store.get<unknown[][]>(collections.lists, rowsName)) ?? []);
	const kept = before.filter((row) => !changed.has(idOfPacked(row)));
	const employers = [...kept, ...news.employers.map(({ employer }) => packedRow(employer))];
	const emptied = isWhole ? allPieces.filter((name) => !touched.has(name)) : [];
	await store.write([
		...emptied.flatMap((id) => parts.map(({ collection }) => ({ collection, id }))),
		{ collection: collections.lists, id: ownName, value: own },
		{ collection: collections.lists, id: rowsName, value: employers },
		{ collection: collections.lists, id: headName, value: { at, since: news.tip, day, form } satisfies Head },
	]);
	forgetPortfolio();
}

/** Nobody's gesture: the session is not prolonged by it. */
export const readPortfolio = (store: DeviceStore, personId: string, signal: AbortSignal) =>
	inBackground([listMyPortfolio.id, listVisits.id, listFollowUps.id, getOccupationCatalogue.id], () => read(store, personId, signal));

/** When what the device keeps of the portfolio was read; 0 when it was not. */
export const portfolioReadAt = async (store: DeviceStore) => (await readHead(store))?.at ?? 0;
