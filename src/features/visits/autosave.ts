import type { Visit, VisitChange } from "#contract/visits.ts";
import { ApiError } from "#lib/http.ts";
import { changeOf, mergeValues, type ReportValues, valuesOf } from "./report-values.ts";

export type SaveState =
	| { kind: "idle" }
	| { kind: "pending" }
	| { kind: "saving" }
	| { kind: "saved"; at: Date }
	| { kind: "offline" }
	| { kind: "refused"; error: ApiError }
	| { kind: "conflict"; current: Visit };

/** What is typed and not acknowledged, as kept on the device: what it started from, and what it became. */
export type KeptReport = { version: number; saved: ReportValues; values: ReportValues };

type Ports = {
	read: () => ReportValues;
	write: (values: ReportValues) => void;
	send: (change: VisitChange, version: number, key: string) => Promise<Visit>;
	keep: (kept: KeptReport | null) => void;
	onState: (state: SaveState) => void;
	onSaved: (visit: Visit) => void;
	today: string;
};

export const pause = 1500;

/**
 * Saves what was typed after a pause. One request at a time; a request whose answer was lost is sent again
 * as it was, with its key, so that our own change is never taken for somebody else's.
 */
export function makeAutosave(visit: Visit, ports: Ports) {
	let current = visit;
	let saved = valuesOf(visit);
	let unanswered: { change: VisitChange; values: ReportValues; version: number; key: string } | null = null;
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
			const change = pending();
			if (!change) return true;
			// A planned visit whose report is being written has taken place, once its day has come.
			const begins = current.status === "planned" && ports.read().occurredOn <= ports.today;
			unanswered = {
				change: begins ? { ...change, status: "draft" } : change,
				values: structuredClone(ports.read()),
				version: current.version,
				key: crypto.randomUUID(),
			};
		}
		const request = unanswered;
		ports.onState({ kind: "saving" });
		try {
			current = await ports.send(request.change, request.version, request.key);
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
		ports.onSaved(current);
		keepNow();
		ports.onState({ kind: "saved", at: new Date() });
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
			ports.onSaved(theirs);
			ports.write(merged);
			keepNow();
			return flush();
		},
		/** After a write of another kind (completed, cancelled). */
		accept: (next: Visit) => {
			current = next;
			saved = valuesOf(next);
			unanswered = null;
			ports.keep(null);
			ports.onSaved(next);
		},
	};
}
export type Autosave = ReturnType<typeof makeAutosave>;
