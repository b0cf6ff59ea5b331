import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { getPartner } from "#contract/partners.ts";
import { createVisit } from "#contract/visits.ts";
import { apiQuery, useApiMutation } from "#lib/api.ts";
import { forgetDraft, keepDraft, readDraft } from "#lib/drafts.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { logText } from "./log-text.ts";
import { visitQuery } from "./queries.ts";
import { startText } from "./start-text.ts";
import { emptyStart, type StartKind, type StartValues, startBody } from "./start-visit.ts";
import { touchedByVisits } from "./touched.ts";

type Problems = Partial<Record<"subject" | "occurredOn" | "headline" | "form", string>>;
const fieldOf = (path: string): keyof Problems =>
	/^(employerIds|partnerId|agreementId)/.test(path) ? "subject" : path === "occurredOn" || path === "headline" ? path : "form";

/** Whom and when, then the report. `partnerId`: come from the page of a partner. */
export function useStartVisit(kind: StartKind, partnerId: string | null) {
	const words = useWords(startText);
	const all = useWords(logText);
	const navigate = useNavigate();
	const client = useQueryClient();
	const { today } = useReference();
	const me = useSession().person.id;
	// What is typed is kept on the device until the visit is: another person, another kind, another partner's page is another form.
	const key = `jalon.visit-start.${me}.${kind}.${partnerId ?? ""}`;
	const [typed, setTyped] = useState<StartValues>(() => readDraft<StartValues>(key) ?? emptyStart(today));
	const [problems, setProblems] = useState<Problems>({});
	const { data: named } = useQuery({ ...apiQuery(getPartner, { params: { id: partnerId ?? "" } }), enabled: partnerId !== null });
	const [isLeft, setLeft] = useState(false);
	const start = typed.partner === null && named && !isLeft ? { ...typed, partner: { id: named.id, name: named.name } } : typed;
	const creating = useApiMutation(createVisit, {
		invalidates: touchedByVisits,
		onSuccess: (visit) => {
			forgetDraft(key);
			client.setQueryData(visitQuery(visit.id).queryKey, visit);
			void navigate(paths.visit(visit.id), { replace: true });
		},
		onError: (error) => {
			if (!(error instanceof ApiError)) return setProblems({ form: error.name === "DeviceFullError" ? errorSentence(error) : all.offline });
			const errors = error.problem.errors ?? [{ path: "", message: error.message }];
			setProblems(Object.fromEntries(errors.map(({ path, message }) => [fieldOf(path), message])));
		},
	});
	return {
		start,
		problems,
		isSending: creating.isPending,
		change: (fields: Partial<StartValues>) => {
			if ("partner" in fields) setLeft(true);
			const next = { ...typed, ...fields };
			setTyped(next);
			keepDraft(key, next);
			setProblems({});
		},
		save: () => {
			if (creating.isPending) return;
			const isChosen = kind === "group" ? start.employers.length > 0 : start.partner !== null;
			if (!isChosen) return setProblems({ subject: words[kind].needed });
			const employers = start.employers.map(({ id, name }) => ({ employerId: id, employerName: name, establishmentId: null, mrcCode: null }));
			creating.mutate({ body: startBody(kind, start, today, me), idempotencyKey: start.id, known: { employers } });
		},
	};
}
