import { type StoreApi, useStore } from "zustand";
import type { Visit } from "#contract/visits.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Icon } from "#ui/Icon.tsx";
import type { SaveState } from "./autosave.ts";
import styles from "./Report.module.css";
import { text } from "./text.ts";

type SaveLineProps = { saving: StoreApi<SaveState>; onRetry: () => void; onRebase: (current: Visit) => void };

/** « Enregistré à 14 h 05 », or that it is not and what to do. Never says saved before the API has. */
export function SaveLine({ saving, onRetry, onRebase }: SaveLineProps) {
	const words = useWords(text);
	const state = useStore(saving);
	const sentence = {
		idle: words.saving.idle,
		pending: words.saving.pending,
		saving: words.saving.saving,
		saved: state.kind === "saved" ? words.saving.at(state.at.getHours(), String(state.at.getMinutes()).padStart(2, "0")) : "",
		held: words.saving.held,
		kept: words.saving.kept,
		offline: words.saving.failed,
		refused: words.saving.failed,
		conflict: words.saving.failed,
	}[state.kind];
	const isFailed = state.kind === "offline" || state.kind === "refused" || state.kind === "conflict";
	const isHeld = state.kind === "held";
	return (
		<div className={styles.saveLine} data-unsaved={(state.kind !== "idle" && state.kind !== "saved") || undefined}>
			<span role="status" className={isFailed || isHeld ? styles.failed : undefined}>
				<Icon name={isFailed || isHeld ? "warning" : state.kind === "pending" || state.kind === "saving" ? "clock" : "check"} size={16} />
				{sentence}
				{state.kind === "offline" && <span className="muted"> {words.saving.offline}</span>}
				{state.kind === "conflict" && <span className="muted"> {words.conflict.text}</span>}
				{state.kind === "refused" && <span className="muted"> {state.error.problem.errors ? words.saving.refused : state.error.message}</span>}
			</span>
			{state.kind === "conflict" && (
				<Button size="small" onClick={() => onRebase(state.current)}>
					{words.conflict.action}
				</Button>
			)}
			{isFailed && state.kind !== "conflict" && (
				<Button variant="quiet" size="small" onClick={onRetry}>
					{words.saving.retry}
				</Button>
			)}
		</div>
	);
}
