import type { Clash } from "../merge.ts";

export type Input = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
/** Of what a write is: a visit, a follow-up. */
export type Subject = { kind: string; id: string };
export type Refused = { code: string; title: string; errors: { path: string; message: string }[] };

/** One write that waits on the device. What a person typed, and all it takes to send it as it was meant. */
export type Item = {
	/** Its place: what was written first is sent first. */
	seq: number;
	/** The Idempotency-Key: the same at each try, so that a lost answer writes nothing twice. */
	key: string;
	/** Whoever wrote it: sent in their session only. */
	authorId: string;
	operation: string;
	input: Input;
	subject: Subject;
	/** The version it changes; null for a write that changes none. */
	ifMatch: number | null;
	/** The write of the same record it comes behind: its version is the one that write will make. */
	after: number | null;
	/** The record as it was when one began to change it. */
	base: Record<string, unknown> | null;
	/** The record as screens showed it before, and as they show it while this waits. */
	before: Record<string, unknown> | null;
	shown: Record<string, unknown>;
	/** Reads that it makes stale. */
	touches: readonly string[];
	/** When it was typed, by the clock of the device. */
	keptAt: string;
	/** Times it left, whether or not it arrived. What has left is never changed: it may be there. */
	tries: number;
	/** `waiting` is sent when it can be; what was `refused` or is in `conflict` waits for its author. */
	state: "waiting" | "refused" | "conflict";
	refusal: Refused | null;
	/** The record of the API that a change clashes with, and where. */
	current: Record<string, unknown> | null;
	clashes: Clash[];
};

export type Draft = Pick<Item, "key" | "authorId" | "operation" | "input" | "subject" | "ifMatch" | "base" | "before" | "shown" | "touches" | "keptAt">;

const bodyOf = ({ input }: Pick<Item, "input">) => (typeof input.body === "object" && input.body !== null ? (input.body as Record<string, unknown>) : {});

/** A change laid over another of the same record: one write that says both. */
const over = (item: Item, draft: Draft): Item => ({
	...item,
	input: { ...item.input, body: { ...bodyOf(item), ...bodyOf(draft) } },
	base: item.base && { ...draft.base, ...item.base },
	shown: draft.shown,
	touches: [...new Set([...item.touches, ...draft.touches])],
	keptAt: draft.keptAt,
	state: "waiting",
	refusal: null,
});

/** The same verb on the same record, and no choice still to be made about it. */
const isSameVerb = (item: Item, draft: Draft) => item.operation === draft.operation && draft.ifMatch !== null && item.state !== "conflict";

/**
 * Where a new write goes. Over the last one of its record, when that one cannot have arrived (it never left, or was refused);
 * behind it otherwise. `accepts` tells whether a body is one of an operation.
 */
export function placed(items: readonly Item[], draft: Draft, seq: number, accepts: (operation: string, body: unknown) => boolean): Item {
	const last = items.findLast(({ subject }) => subject.id === draft.subject.id);
	if (last && (last.tries === 0 || last.state === "refused")) {
		const changed = over(last, draft);
		const completes = last.ifMatch === null && last.state === "refused" && accepts(last.operation, changed.input.body);
		if (isSameVerb(last, draft) || (draft.ifMatch !== null && completes)) return changed;
	}
	return { ...draft, seq, after: last?.seq ?? null, tries: 0, state: "waiting", refusal: null, current: null, clashes: [] };
}

/** What may leave now, in order: nothing passes before another write of the same record, were it one that its author must put right. */
export function sendable(items: readonly Item[]): Item[] {
	const held = new Set<string>();
	return items.filter(({ subject, state }) => {
		if (held.has(subject.id)) return false;
		if (state !== "waiting") held.add(subject.id);
		return state === "waiting";
	});
}

/** What screens show of each record while its writes wait: the last word on it. */
export function shownRecords(items: readonly Item[]): Map<string, { subject: Subject; shown: Record<string, unknown>; isNew: boolean }> {
	const records = new Map<string, { subject: Subject; shown: Record<string, unknown>; isNew: boolean }>();
	for (const { subject, shown, before } of items) {
		const isNew = records.get(subject.id)?.isNew ?? before === null;
		records.set(subject.id, { subject, shown, isNew });
	}
	return records;
}

/** What depends on a write that is discarded: the later ones of a record that would then not exist. */
export const withWhatFollows = (items: readonly Item[], item: Item): Item[] =>
	item.before === null ? items.filter(({ subject, seq }) => subject.id === item.subject.id && seq >= item.seq) : [item];
