import { useEffect } from "react";
import { useSession } from "./session.ts";

/** A record that was opened: enough to name it and go back to it. */
export type Recent = { to: string; label: string; detail: string; icon: string };

const prefix = "jalon.recents.";
const kept = 8;

const isRecent = (value: unknown): value is Recent =>
	typeof value === "object" &&
	value !== null &&
	["to", "label", "detail", "icon"].every((name) => typeof (value as Record<string, unknown>)[name] === "string");

/** The latest first. What cannot be read, from another version or by another hand, is as if it were not there. */
export function recentsOf(personId: string): Recent[] {
	try {
		const read: unknown = JSON.parse(localStorage.getItem(prefix + personId) ?? "[]");
		return Array.isArray(read) ? read.filter(isRecent) : [];
	} catch {
		return [];
	}
}

/** The page of a record puts it at the top of the person's recents, on this device only. */
export function useRecent(recent: Recent | null) {
	const { person } = useSession();
	const text = recent && JSON.stringify(recent);
	useEffect(() => {
		if (!text) return;
		const opened = JSON.parse(text) as Recent;
		const others = recentsOf(person.id).filter(({ to }) => to !== opened.to);
		localStorage.setItem(prefix + person.id, JSON.stringify([opened, ...others].slice(0, kept)));
	}, [text, person.id]);
}

/** Whoever signs out leaves no name behind. */
export function forgetRecents() {
	for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
}
