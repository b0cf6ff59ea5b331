import { type FieldSet, parseFilter } from "#contract/filter.ts";
import type { MyDay } from "#contract/my-day.ts";
import type { shownRecords } from "./item.ts";
import { matches } from "./matches.ts";

type Row = Record<string, unknown> & { id: string };
type Page = { items: Row[]; total: number };
type Waiting = ReturnType<typeof shownRecords>;
/** A read as the outbox sees it: its path tells of which records it is. */
export type ReadOf = { id: string; path: string };
/** What the filters of a list may name, and what its rows say: a record that is known in full says more. */
export type ListOf = { fields: FieldSet; columns: readonly string[] };
export type Asked = { params?: Record<string, string>; query?: Record<string, unknown> };
export type Viewer = { personId: string; today: string };

/** A row says what its list says and no more: kept on the device, the page is still an answer of the API. */
const rowOf = (record: Record<string, unknown>, { columns }: ListOf) =>
	Object.fromEntries(columns.filter((column) => column in record).map((column) => [column, record[column]])) as Row;

/** Whether a list asked so would hold the record; null when only the API can tell (words searched, a field of its own). */
function isAsked({ fields }: ListOf, { query = {} }: Asked, record: Record<string, unknown>, { today }: Viewer): boolean | null {
	if (query.q) return null;
	if (!query.filter) return true;
	try {
		return matches(parseFilter(String(query.filter), fields), record, fields, today);
	} catch {
		return null;
	}
}

/** New ones first, where one looks for what was just written; what no longer fits leaves, and the total says so. */
function overPage(kind: string, list: ListOf, asked: Asked, page: Page, waiting: Waiting, viewer: Viewer): Page {
	const mine = [...waiting.values()].filter(({ subject }) => subject.kind === kind);
	if (mine.length === 0) return page;
	const kept = page.items.flatMap((row) => {
		const found = waiting.get(row.id);
		if (!found) return [row];
		const record = { ...row, ...found.shown };
		return isAsked(list, asked, record, viewer) === false ? [] : [rowOf(record, list)];
	});
	const isFirst = !asked.query?.offset && !asked.query?.after && asked.query?.limit !== 1;
	const isThere = new Set(page.items.map(({ id }) => id));
	const added = mine.filter(({ subject, shown, isNew }) => isNew && !isThere.has(subject.id) && isAsked(list, asked, shown, viewer) === true);
	const total = page.total - (page.items.length - kept.length) + added.length;
	return { ...page, items: isFirst ? [...added.map(({ shown }) => rowOf(shown, list)), ...kept] : kept, total };
}

type Group = { items: Row[]; total: number };
/** The groups of a day are lists like the others: by the filter that opens each. */
function overDay(day: MyDay, waiting: Waiting, viewer: Viewer, listOf: (kind: string) => ListOf): MyDay {
	const over = <G>(group: G, kind: string): G =>
		overPage(kind, listOf(kind), { query: { filter: (group as { filter: string }).filter } }, group as Group, waiting, viewer) as G;
	return {
		...day,
		visits: over(day.visits, "visits"),
		reports: over(day.reports, "visits"),
		due: over(day.due, "follow-ups"),
		expected: over(day.expected, "follow-ups"),
		coming: over(day.coming, "follow-ups"),
	};
}

/** What a read answered, as screens show it while writes wait; the very same answer when none concerns it. */
export function overlaid(read: ReadOf, asked: Asked, data: unknown, waiting: Waiting, viewer: Viewer, listOf: (kind: string) => ListOf): unknown {
	if (waiting.size === 0) return data;
	const [, kind = "", rest] = read.path.split("/");
	if (read.id === "getMyDay") return overDay(data as MyDay, waiting, viewer, listOf);
	if (rest === "{id}" && read.path.split("/").length === 3) {
		const found = waiting.get(asked.params?.id ?? "");
		return found?.subject.kind === kind ? { ...(data as object), ...found.shown } : data;
	}
	if (rest === undefined && typeof data === "object" && data !== null && "items" in data && "total" in data)
		return overPage(kind, listOf(kind), asked, data as Page, waiting, viewer);
	return data;
}
