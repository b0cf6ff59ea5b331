import { fold } from "#contract/fold.ts";
import type { Finding } from "./find-sensitive.ts";

/** The record that texts belong to, and whether it is already kept somewhere: what a record held when it was opened is not asked again. */
export type TextRecord = { entity: string; recordId: string | null; isNew?: boolean };

let find: ((text: string) => Finding[]) | null = null;

let loadNotice: (() => Promise<void>) | null = null;
/** How what is said of a text comes. */
export function noticeComesWith(load: () => Promise<void>): void {
	loadNotice = load;
}

/** The rule, and what says it, come with the first field that somebody enters. Without them (a chunk that does not come), nothing is held back. */
export async function loadGuard(): Promise<void> {
	find ??= await Promise.all([import("./find-sensitive.ts"), loadNotice?.()]).then(
		([{ findSensitive }]) => findSensitive,
		() => null,
	);
}
export const isGuardLoaded = () => find !== null;

/** What somebody chose to keep, by record, until the page is closed. */
const kept = new Set<string>();
const keyOf = (recordId: string | null, text: string, { kind, start, end }: Finding) => `${recordId} ${kind} ${fold(text.slice(start, end))}`;

/** What a text seems to hold and nobody has decided about; what stood in `before` is not news. */
export function undecided(recordId: string | null, text: string, before = ""): Finding[] {
	if (!find || text === before) return [];
	const known = fold(before);
	return find(text).filter((found) => !kept.has(keyOf(recordId, text, found)) && !known.includes(fold(text.slice(found.start, found.end))));
}

const listeners = new Set<(what: "decided" | "ask") => void>();
const tell = (what: "decided" | "ask") => {
	for (const listener of listeners) listener(what);
};
export function onGuard(listener: (what: "decided" | "ask") => void): () => void {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

export function keepAnyway(recordId: string | null, text: string, findings: readonly Finding[]): void {
	for (const found of findings) kept.add(keyOf(recordId, text, found));
	tell("decided");
}

/** Drawn by chance, one in a thousand looks like the number of a document, and stands under no field where that could be said. */
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const stringsOf = (value: unknown): string[] =>
	typeof value === "string" ? (isId(value) ? [] : [value]) : value && typeof value === "object" ? Object.values(value).flatMap(stringsOf) : [];

/** Before something typed is sent by itself: does one of its texts wait for a choice? Then every field says so. */
export async function isHeld(recordId: string, change: unknown, saved: unknown): Promise<boolean> {
	await loadGuard();
	const before = stringsOf(saved).join("\n");
	const held = stringsOf(change).some((text) => undecided(recordId, text, before).length > 0);
	if (held) tell("ask");
	return held;
}

/** What waits for a choice, brought to who pressed « Terminer ». */
export const focusHeld = () => requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-held] button")?.focus()));
