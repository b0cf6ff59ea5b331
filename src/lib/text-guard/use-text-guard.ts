import { createContext, type RefObject, use, useCallback, useEffect, useRef, useState } from "react";
import type { Finding } from "./find-sensitive.ts";
import { focusHeld, isGuardLoaded, loadGuard, onGuard, type TextRecord, undecided } from "./guard.ts";

/** Whose texts the fields inside hold. */
export const TextRecordContext = createContext<TextRecord>({ entity: "note", recordId: null });

export type Box = HTMLInputElement | HTMLTextAreaElement;
export type Held = { text: string; findings: Finding[] };
const pause = 700;

/** Looks at the box inside `around` when somebody stops typing, leaves it, or submits its form; says what waits for a choice. */
export function useTextGuard(around: RefObject<HTMLElement | null>, record?: TextRecord) {
	const inherited = use(TextRecordContext);
	const about = record ?? inherited;
	const { recordId, isNew } = about;
	const [held, setHeld] = useState<Held | null>(null);
	const before = useRef<string | null>(null);
	const boxOf = useCallback(() => around.current?.querySelector<Box>("input, textarea") ?? null, [around]);

	/** True when nothing waits. */
	const look = useCallback((): boolean => {
		const text = boxOf()?.value ?? "";
		const findings = undecided(recordId, text, before.current ?? "");
		setHeld((current) => (findings.length > 0 ? { text, findings } : current === null ? current : null));
		return findings.length === 0;
	}, [boxOf, recordId]);

	useEffect(() => {
		const box = boxOf();
		if (!box) return;
		before.current ??= isNew ? "" : box.value;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const lookNow = () => void loadGuard().then(look);
		const lookSoon = () => {
			clearTimeout(timer);
			timer = setTimeout(lookNow, pause);
		};
		const form = box.form;
		// Before the form's own handler: nothing is sent while a text waits, and a second press sends it once the choice is made.
		const submit = (event: SubmitEvent) => {
			if (box.value === "" || box.value === before.current) return;
			const isLate = !isGuardLoaded();
			if (!isLate && look()) return;
			event.preventDefault();
			event.stopImmediatePropagation();
			if (isLate) void loadGuard().then(() => (look() ? form?.requestSubmit() : undefined));
			else focusHeld();
		};
		box.addEventListener("focus", loadGuard);
		box.addEventListener("input", lookSoon);
		box.addEventListener("blur", lookNow);
		form?.addEventListener("submit", submit, { capture: true });
		const stop = onGuard((what) => what === "ask" && lookNow());
		if (isNew && box.value !== "") lookNow();
		return () => {
			clearTimeout(timer);
			stop();
			box.removeEventListener("focus", loadGuard);
			box.removeEventListener("input", lookSoon);
			box.removeEventListener("blur", lookNow);
			form?.removeEventListener("submit", submit, { capture: true });
		};
	}, [boxOf, look, isNew]);

	return { held, about, boxOf, dismiss: () => setHeld(null) };
}
