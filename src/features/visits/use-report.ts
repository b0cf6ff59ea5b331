import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { updateVisit, type Visit } from "#contract/visits.ts";
import { call } from "#lib/http.ts";
import { reads } from "#lib/reads.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { type KeptReport, makeAutosave, type SaveState } from "./autosave.ts";
import { forget, keep, readKept } from "./kept.ts";
import { useProblems } from "./problems.ts";
import { visitQuery } from "./queries.ts";
import { type ReportValues, valuesOf } from "./report-values.ts";
import { text } from "./text.ts";

/** Reads that a visit changes; marked stale, read again when somebody looks. */
export const touchedByVisits = reads(
	"getVisit",
	"listVisits",
	"countVisits",
	"listEmployers",
	"getEmployer",
	"listTimeline",
	"listFollowUps",
	"countFollowUps",
	"listFollowUpProposals",
	"getMyDay",
	"listLabourNeeds",
	"countLabourNeeds",
	"listToolUses",
	"countToolUses",
	"getBoard",
	"getDashboard",
	"getNavigationCounts",
);

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
	const [state, setState] = useState<SaveState>({ kind: "idle" });
	const { show, clear, clearAt } = problems;
	const key = `jalon.visit.${me}.${visit.id}`;
	// One autosave for one opened report (another visit is another component): it holds what the API acknowledged last.
	const [autosave] = useState(() =>
		makeAutosave(visit, {
			today,
			read: () => form.getValues(),
			write: (values) => form.reset(values),
			send: (body, ifMatch, idempotencyKey) => call(updateVisit, { params: { id: visit.id }, body }, { ifMatch, idempotencyKey }),
			keep: (report) => (report ? keep(key, report) : forget(key)),
			onState: (next) => {
				setState(next);
				if (next.kind === "saved") clear();
				if (next.kind === "refused") show(next.error, { focus: false });
			},
			onSaved: (next) => {
				client.setQueryData(visitQuery(visit.id).queryKey, next);
				markStale(false);
			},
		}),
	);
	const isRestored = useRef(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when the report opens
	useEffect(() => {
		const kept = isRestored.current ? null : readKept<KeptReport>(key);
		isRestored.current = true;
		if (!kept) return;
		addToast({ tone: "info", text: words.saving.restored });
		void autosave.rebase(visit, kept);
	}, []);

	useEffect(() => {
		const watching = form.watch((_, { name }) => {
			if (name) clearAt(name);
			autosave.touched();
		});
		const retry = () => void autosave.flush();
		window.addEventListener("online", retry);
		return () => {
			watching.unsubscribe();
			window.removeEventListener("online", retry);
			autosave.stop();
			void autosave.flush().then(() => markStale(true));
		};
	}, [form, autosave, clearAt, markStale]);

	return { form, problems, state, autosave, markStale };
}
export type Report = ReturnType<typeof useReport>;
