import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { createVisit } from "#contract/visits.ts";
import { useApiMutation } from "#lib/api.ts";
import { useNearDay } from "#lib/days.ts";
import { forgetDraft, keepDraft, readDraft } from "#lib/drafts.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { isShortcut } from "#lib/shortcuts.ts";
import { focusHeld, isHeld } from "#lib/text-guard/guard.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { logText } from "./log-text.ts";
import { visitQuery } from "./queries.ts";
import { emptyLog, isWorthKeeping, type LogValues, logBody } from "./quick-log.ts";
import { touchedByVisits } from "./touched.ts";

/** A service that takes longer holds nobody up: the visit is on the device, and the page goes on. */
const patience = 600;

export type LogProblems = Partial<Record<"employer" | "mode" | "occurredOn" | "headline" | "step" | "form", string>>;

const fieldOf = (path: string): keyof LogProblems =>
	path.startsWith("employerIds")
		? "employer"
		: path.startsWith("report.nextSteps")
			? "step"
			: path === "mode" || path === "occurredOn" || path === "headline"
				? path
				: "form";

/** The quick log: what is typed is kept on the device until the visit is saved, and is there again on return. `onLeave` closes what holds it, for the report when an address is given. */
export function useQuickLog(employer: ComboboxItem | null, onLeave: (to?: string) => void) {
	const words = useWords(logText);
	const navigate = useNavigate();
	const { today } = useReference();
	const nearDay = useNearDay(today);
	const me = useSession().person.id;
	// Another person on this device, or another employer's page: another form.
	const key = `jalon.visit-log.${me}.${employer?.id ?? ""}`;
	const [kept] = useState(() => readDraft<LogValues>(key));
	const [start, setStart] = useState(() => emptyLog(today, me, employer));
	const [log, setLog] = useState<LogValues>(kept ?? start);
	const [isRestored, setRestored] = useState(kept !== null);
	const [problems, setProblems] = useState<LogProblems>({});
	const [arrived, setArrived] = useState(0);
	const isSaved = useRef(false);
	const isSending = useRef(false);
	const then = useRef<"report" | "here">("here");
	/** The employer is on its way (typed, Enter): saved meanwhile, it is saved once it is there. */
	const isAwaited = useRef(false);
	const afterwards = useRef<"report" | "here" | null>(null);

	useEffect(() => {
		if (isSaved.current) return;
		if (isWorthKeeping(log, start)) keepDraft(key, log);
		else forgetDraft(key);
	}, [log, start, key]);

	const sending = useApiMutation(createVisit, {
		invalidates: touchedByVisits,
		onUndone: () => window.location.pathname.endsWith(paths.visit(log.id)) && void navigate(paths.visits()),
		onSuccess: (visit, { body }) => {
			isSaved.current = true;
			forgetDraft(key);
			queryClient.setQueryData(visitQuery(visit.id).queryKey, visit);
			const name = log.employer?.label ?? "";
			const report = paths.visit(visit.id);
			addToast({
				text: body.status === "planned" ? words.planned(name, nearDay(body.occurredOn)) : words.saved(name),
				...(then.current === "here" ? { also: { label: words.report, onAction: () => void navigate(report) } } : {}),
			});
			onLeave(then.current === "report" ? report : undefined);
		},
		onError: (error) => {
			if (!(error instanceof ApiError)) return setProblems({ form: error.name === "DeviceFullError" ? errorSentence(error) : words.offline });
			const errors = error.problem.errors ?? [{ path: "", message: error.message }];
			setProblems(Object.fromEntries(errors.map(({ path, message }) => [fieldOf(path), message])));
		},
	});

	const change = (fields: Partial<LogValues>) => {
		setLog((current) => ({ ...current, ...fields }));
		setProblems((current) => Object.fromEntries(Object.entries(current).filter(([field]) => field !== "form" && !(field in fields))));
	};
	const startOver = () => {
		const fresh = emptyLog(today, me, employer);
		forgetDraft(key);
		setStart(fresh);
		setLog(fresh);
		setRestored(false);
		setProblems({});
	};

	/** `here` goes back to what one was doing; `report` goes on to the report. */
	const save = async (next: "report" | "here") => {
		if (sending.isPending) return;
		if (!log.employer && isAwaited.current) {
			afterwards.current = next;
			return;
		}
		if (!log.employer) return setProblems({ employer: words.chooseEmployer });
		const body = logBody(log, today, me, { summaryEmail: words.summaryEmail, call: words.call });
		then.current = next;
		if (await isHeld(log.id, body, null)) return focusHeld();
		// Pressed twice before the first was looked at.
		if (isSending.current) return;
		isSending.current = true;
		const employers = [{ employerId: log.employer.id, employerName: log.employer.label, establishmentId: null, mrcCode: null }];
		sending.mutate(
			{ body, idempotencyKey: log.id, known: { employers }, patience },
			{
				onSettled: () => {
					isSending.current = false;
				},
			},
		);
	};
	const latest = useRef(save);
	latest.current = save;
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			if (!isShortcut(event, "save")) return;
			event.preventDefault();
			void latest.current("here");
		};
		document.addEventListener("keydown", onKeyDown);
		return () => document.removeEventListener("keydown", onKeyDown);
	}, []);
	/** Chosen or not found: what was asked meanwhile is done, or says what is missing. */
	const awaitEmployer = (isOnItsWay: boolean) => {
		isAwaited.current = isOnItsWay;
		if (!isOnItsWay && afterwards.current) setArrived((times) => times + 1);
	};
	useEffect(() => {
		const next = afterwards.current;
		afterwards.current = null;
		if (arrived > 0 && next) void latest.current(next);
	}, [arrived]);
	return { log, change, awaitEmployer, save, problems, isSending: sending.isPending, isRestored, startOver, leave: onLeave };
}
export type QuickLog = ReturnType<typeof useQuickLog>;
