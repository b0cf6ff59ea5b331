import { useEffect, useRef } from "react";
import { isShortcut, type ShortcutId, type shortcuts } from "#lib/shortcuts.ts";

type Everywhere = { [Id in ShortcutId]: (typeof shortcuts)[Id]["scope"] extends "everywhere" ? Id : never }[ShortcutId];

const isTyping = (target: EventTarget | null) =>
	target instanceof HTMLElement &&
	(target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !target.matches("[type=checkbox], [type=radio], [type=button]")));

/** What each key of everywhere does; what answers false leaves the key to the browser. A bare key, or what the field itself answers, is left alone while one types; all are while a dialog is open. */
export function useShortcuts(answers: Record<Everywhere, () => unknown>) {
	const latest = useRef(answers);
	latest.current = answers;
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			const found = (Object.keys(latest.current) as Everywhere[]).find((id) => isShortcut(event, id));
			if (!found || document.querySelector("dialog[open]")) return;
			const isBare = !event.ctrlKey && !event.metaKey;
			// Ctrl Shift Z does again, it does not undo; a field has an undo of its own.
			if (!isBare && event.shiftKey) return;
			if ((isBare || found === "undo") && isTyping(event.target)) return;
			if (latest.current[found]() !== false) event.preventDefault();
		};
		document.addEventListener("keydown", onKeyDown);
		return () => document.removeEventListener("keydown", onKeyDown);
	}, []);
}
