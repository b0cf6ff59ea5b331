import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { invalidate, sayWritten } from "#lib/api.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { forget, keep, readKept } from "./kept.ts";
import { visitQuery } from "./queries.ts";
import { emptyLog, isWorthKeeping, type LogValues, logBody } from "./quick-log.ts";
import { saveLog } from "./save-log.ts";
import { text } from "./text.ts";
import { touchedByVisits } from "./use-report.ts";

export type LogProblems = Partial<Record<"employer" | "mode" | "occurredOn" | "headline" | "step" | "form", string>>;

const fieldOf = (path: string): keyof LogProblems =>
	path.startsWith("employerIds")
		? "employer"
		: path.startsWith("report.nextSteps")
			? "step"
			: path === "mode" || path === "occurredOn" || path === "headline"
				? path
				: "form";

const leave = (navigate: ReturnType<typeof useNavigate>) => ((window.history.state as { idx?: number } | null)?.idx ? navigate(-1) : navigate(paths.visits()));

/** The quick log: what is typed is kept on the device until the API has it, and is there again on return. */
export function useQuickLog(employer: ComboboxItem | null) {
	const words = useWords(text);
	const navigate = useNavigate();
	const client = useQueryClient();
	const { today } = useReference();
	const me = useSession().person.id;
	// Another person on this device, or another employer's page: another form.
	const key = `jalon.visit-log.${me}.${employer?.id ?? ""}`;
	const [kept] = useState(() => readKept<LogValues>(key));
	const [start, setStart] = useState(() => emptyLog(today, me, employer));
	const [log, setLog] = useState<LogValues>(kept ?? start);
	const [isRestored, setRestored] = useState(kept !== null);
	const [problems, setProblems] = useState<LogProblems>({});
	const isAcknowledged = useRef(false);

	useEffect(() => {
		if (isAcknowledged.current) return;
		if (isWorthKeeping(log, start)) keep(key, log);
		else forget(key);
	}, [log, start, key]);

	const sending = useMutation({ mutationFn: saveLog });

	const change = (fields: Partial<LogValues>) => {
		setLog((current) => ({ ...current, ...fields }));
		setProblems((current) => Object.fromEntries(Object.entries(current).filter(([field]) => field !== "form" && !(field in fields))));
	};
	const startOver = () => {
		const fresh = emptyLog(today, me, employer);
		forget(key);
		setStart(fresh);
		setLog(fresh);
		setRestored(false);
		setProblems({});
	};

	/** `report` opens the report that follows; `draft` goes back to where one was. */
	const save = (then: "report" | "draft") => {
		if (sending.isPending) return;
		if (!log.employer) return setProblems({ employer: words.log.chooseEmployer });
		sending.mutate(logBody(log, today, me, { summaryEmail: words.log.summaryEmail, call: words.log.call }), {
			onSuccess: (visit) => {
				isAcknowledged.current = true;
				forget(key);
				client.setQueryData(visitQuery(visit.id).queryKey, visit);
				void invalidate(client, ...touchedByVisits);
				sayWritten(client, visit.id, () => addToast({ text: then === "report" ? words.log.saved : words.log.savedDraft }), {
					invalidates: touchedByVisits,
					onUndone: () => window.location.pathname.endsWith(paths.visit(visit.id)) && void navigate(paths.visits()),
				});
				void (then === "report" ? navigate(paths.visit(visit.id), { replace: true }) : leave(navigate));
			},
			onError: (error) => {
				if (!(error instanceof ApiError)) return setProblems({ form: words.log.offline });
				const errors = error.problem.errors ?? [{ path: "", message: error.message }];
				setProblems(Object.fromEntries(errors.map(({ path, message }) => [fieldOf(path), message])));
			},
		});
	};
	return { log, change, save, problems, isSending: sending.isPending, isRestored, startOver, leave: () => void leave(navigate) };
}
export type QuickLog = ReturnType<typeof useQuickLog>;
