import type { Visit, VisitChange } from "#contract/visits.ts";
import { ApiError } from "#lib/http.ts";
import { changeOf, mergeValues, type ReportValues, valuesOf } from "./report-values.ts";

export type SaveState =
	| { kind: "idle" }
	| { kind: "pending" }
	| { kind: "saving" }
	| { kind: "saved"; at: Date }
	/** A text waits for a choice: it stays on the device until it is made. */
	| { kind: "held" }
	/** On the device, to be sent. */
	| { kind: "kept"; at: Date }
	| { kind: "offline" }
	| { kind: "refused"; error: ApiError }
	| { kind: "conflict"; current: Visit };

/** What is typed and not acknowledged, as kept on the device: what it started from, and what it became. */
export type KeptReport = { version: number; saved: ReportValues; values: ReportValues };

type Ports = {
	read: () => ReportValues;
	write: (values: ReportValues) => void;
	/** With the API, or kept on the device to be sent: the visit is then as screens show it meanwhile. */
	send: (change: VisitChange, version: number, key: string, base: Visit) => Promise<{ visit: Visit; isKept: boolean }>;
	keep: (kept: KeptReport | null) => void;
	onState: (state: SaveState) => void;
	onSaved: (visit: Visit, isKept: boolean) => void;
	today: string;
	/** Does a text of this change wait for the person's choice? Nothing of it is sent before. */
	isHeld?: (change: VisitChange, saved: ReportValues) => Promise<boolean>;
};

export const pause = 1500;

/**
 * Saves what was typed after a pause. One request at a time; a request whose answer was lost is sent again
 * as it was, with its key, so that our own change is never taken for somebody else's.
 */
export function makeAutosave(visit: Visit, ports: Ports) {
	let current = visit;
	let saved = valuesOf(visit);
	let unanswered: { change: VisitChange; values: ReportValues; version: number; key: string; base: Visit } | null = null;
	let running: Promise<boolean> | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	// Until the person has taken in what somebody else wrote, nothing more is sent.
	let isBlocked = false;

	const pending = () => changeOf(saved, ports.read(), current.report);
	const keepNow = () => ports.keep(unanswered || pending() ? { version: current.version, saved, values: ports.read() } : null);

	const block = (theirs: Visit) => {
		isBlocked = true;
		ports.onState({ kind: "conflict", current: theirs });
	};

	async function sendOnce(): Promise<boolean> {
		if (!unanswered) {
			const values = structuredClone(ports.read());
			const change = changeOf(saved, values, current.report);
			if (!change) return true;
			if (await ports.isHeld?.(change, saved)) {
				ports.onState({ kind: "held" });
				return false;
			}
			// A planned visit whose report is being written has taken place, once its day has come.
			const begins = current.status === "planned" && values.occurredOn <= ports.today;
			unanswered = {
				change: begins ? { ...change, status: "draft" } : change,
				values,
				version: current.version,
				key: crypto.randomUUID(),
				base: current,
			};
		}
		const request = unanswered;
		ports.onState({ kind: "saving" });
		let isKept = false;
		try {
			const sent = await ports.send(request.change, request.version, request.key, request.base);
			current = sent.visit;
			isKept = sent.isKept;
		} catch (error) {
			if (!(error instanceof ApiError) || error.problem.status >= 500) {
				ports.onState({ kind: "offline" });
				return false;
			}
			unanswered = null;
			keepNow();
			if (error.problem.code === "version-mismatch") block(error.problem.current as Visit);
			else ports.onState({ kind: "refused", error });
			return false;
		}
		unanswered = null;
		saved = request.values;
		ports.onSaved(current, isKept);
		keepNow();
		ports.onState({ kind: isKept ? "kept" : "saved", at: new Date() });
		return true;
	}

	async function run(): Promise<boolean> {
		while (unanswered || pending()) if (isBlocked || !(await sendOnce())) return false;
		return true;
	}

	/** Everything typed is with the API, or it is not: false. */
	const flush = (): Promise<boolean> => {
		clearTimeout(timer);
		running ??= run().finally(() => {
			running = null;
		});
		return running;
	};

	return {
		flush,
		touched: () => {
			keepNow();
			clearTimeout(timer);
			if (!pending() && !unanswered) return;
			if (isBlocked) return;
			if (!running) ports.onState({ kind: "pending" });
			timer = setTimeout(() => void flush(), pause);
		},
		stop: () => clearTimeout(timer),
		visit: () => current,
		/** Another write of this page (completing, cancelling) met somebody else's version. */
		block,
		/** Somebody else's version becomes ours, with what was typed on top. */
		rebase: (theirs: Visit, kept?: KeptReport) => {
			const mine = kept?.values ?? ports.read();
			const merged = mergeValues(kept?.saved ?? saved, mine, valuesOf(theirs));
			isBlocked = false;
			current = theirs;
			saved = valuesOf(theirs);
			ports.onSaved(theirs, false);
			ports.write(merged);
			keepNow();
			return flush();
		},
		/** After a write of another kind (completed, cancelled). */
		accept: (next: Visit, isKept = false) => {
			current = next;
			saved = valuesOf(next);
			unanswered = null;
			ports.keep(null);
			ports.onSaved(next, isKept);
		},
	};
}
export type Autosave = ReturnType<typeof makeAutosave>;
