import { useEffect, useRef } from "react";

const isTyping = (target: EventTarget | null) =>
	target instanceof HTMLElement &&
	(target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !target.matches("[type=checkbox], [type=radio], [type=button]")));

/** Fields have an undo of their own. */
const ofFields = (name: string) => name === "Control+z";

/** `v` or `Control+k`; a bare letter, or what the field itself answers, is left alone while one types or a dialog is open. */
export function useShortcuts(shortcuts: Record<string, () => unknown>) {
	const latest = useRef(shortcuts);
	latest.current = shortcuts;
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
			const name = `${event.ctrlKey || event.metaKey ? "Control+" : ""}${event.key.toLowerCase()}`;
			const run = latest.current[name];
			// Ctrl Shift Z does again, it does not undo.
			if (
				!run ||
				(!isBare && (event.shiftKey || event.altKey)) ||
				((isBare || ofFields(name)) && (isTyping(event.target) || document.querySelector("dialog[open]")))
			)
				return;
			if (run() !== false) event.preventDefault();
		};
		document.addEventListener("keydown", onKeyDown);
		return () => document.removeEventListener("keydown", onKeyDown);
	}, []);
}
