import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { createStore } from "zustand";
import { updateVisit, type Visit } from "#contract/visits.ts";
import { send } from "#lib/api.ts";
import { forgetDraft, keepDraft, readDraft } from "#lib/drafts.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { isHeld, loadGuard, onGuard } from "#lib/text-guard/guard.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { type KeptReport, makeAutosave, type SaveState } from "./autosave.ts";
import { useProblems } from "./problems.ts";
import { visitQuery } from "./queries.ts";
import { type ReportValues, valuesOf, wholeValues } from "./report-values.ts";
import { text } from "./text.ts";
import { touchedByVisits } from "./touched.ts";

export function useMarkStale() {
	const client = useQueryClient();
	return useCallback(
		(refetch: boolean) =>
			void Promise.all(touchedByVisits.map(({ id }) => client.invalidateQueries({ queryKey: [id], refetchType: refetch ? "active" : "none" }))),
		[client],
	);
}

/** The form of a report, saved as one types and kept on the device until it is. */
export function useReport(visit: Visit) {
	const words = useWords(text);
	const client = useQueryClient();
	const { today } = useReference();
	const me = useSession().person.id;
	const form = useForm<ReportValues>({ defaultValues: valuesOf(visit) });
	const problems = useProblems();
	const markStale = useMarkStale();
	// Beside React: a keystroke draws the line that says « non enregistré », never the form.
	const [saving] = useState(() => createStore<SaveState>(() => ({ kind: "idle" })));
	const { show, clear, clearAt } = problems;
	const key = `jalon.visit.${me}.${visit.id}`;
	// One autosave for one opened report (another visit is another component): it holds what the API acknowledged last.
	const [autosave] = useState(() =>
		makeAutosave(visit, {
			today,
			read: () => form.getValues(),
			write: (values) => form.reset(values),
			send: async (body, ifMatch, idempotencyKey, base) => {
				const sent = { params: { id: visit.id }, body, ifMatch, idempotencyKey, base, settlesItself: true };
				const { output, giveUp } = await send(updateVisit, sent, touchedByVisits);
				return { visit: output, isKept: giveUp !== null };
			},
			isHeld: (change, saved) => isHeld(visit.id, change, saved),
			keep: (report) => (report ? keepDraft(key, report) : forgetDraft(key)),
			onState: (next) => {
				if (next.kind !== "pending" || saving.getState().kind !== "pending") saving.setState(next, true);
				if (next.kind === "saved") clear();
				if (next.kind === "refused") show(next.error, { focus: false });
			},
			onSaved: (next, isKept) => {
				// What waits is drawn over what the API said.
				if (isKept) return;
				client.setQueryData(visitQuery(visit.id).queryKey, next);
				markStale(false);
			},
		}),
	);
	const isRestored = useRef(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when the report opens
	useEffect(() => {
		const kept = isRestored.current ? null : readDraft<KeptReport>(key);
		isRestored.current = true;
		if (!kept) return;
		addToast({ tone: "info", text: words.saving.restored });
		void autosave.rebase(visit, { ...kept, saved: wholeValues(kept.saved, visit), values: wholeValues(kept.values, visit) });
	}, []);

	useEffect(() => {
		const watching = form.watch((_, { name }) => {
			if (name) clearAt(name);
			autosave.touched();
		});
		const retry = () => void autosave.flush();
		window.addEventListener("online", retry);
		void loadGuard();
		const stop = onGuard((what) => what === "decided" && retry());
		return () => {
			stop();
			watching.unsubscribe();
			window.removeEventListener("online", retry);
			autosave.stop();
			void autosave.flush().then(() => markStale(true));
		};
	}, [form, autosave, clearAt, markStale]);

	return { form, problems, saving, autosave, markStale };
}
export type Report = ReturnType<typeof useReport>;
