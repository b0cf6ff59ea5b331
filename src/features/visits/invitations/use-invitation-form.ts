import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { createVisit, visitCreation } from "#contract/visits.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { problemsOf, problemsOfError } from "#lib/form-problems.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { focusHeld, isHeld } from "#lib/text-guard/guard.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { visitQuery } from "../queries.ts";
import { touchedByVisits } from "../touched.ts";
import type { Invitation } from "./invitation.ts";
import { type InvitationValues, invitationBody, valuesOfInvitation } from "./invitation-form.ts";
import { invitationText } from "./text.ts";
import { surestOf, useGuesses } from "./use-guesses.ts";
import { useWhen } from "./use-when.ts";

type Field = "employer" | "day" | "time" | "headline" | "place" | "form";
const fieldOf = (path: string): Field =>
	path.startsWith("employerIds")
		? "employer"
		: (({ occurredOn: "day", "report.startsAt": "time", headline: "headline", "report.place": "place" } as Record<string, Field>)[path] ?? "form");
const byField = (problems: readonly { path: string; message: string }[]): Partial<Record<Field, string>> =>
	Object.fromEntries(problems.map(({ path, message }) => [fieldOf(path), message]));

/** The visit that an invitation becomes, and the employer it seems to speak of until the person says otherwise. */
export function useInvitationForm(invitation: Invitation, onClose: () => void, onTaken: () => void) {
	const words = useWords(invitationText);
	const when = useWhen();
	const navigate = useNavigate();
	const { today } = useReference();
	const me = useSession().person.id;
	const [values, setValues] = useState(() => valuesOfInvitation(invitation));
	const [problems, setProblems] = useState<Partial<Record<Field, string>>>({});
	const isChosen = useRef(false);
	const isSending = useRef(false);
	const { guesses, isLooking } = useGuesses(invitation);
	const surest = surestOf(guesses);

	useEffect(() => {
		// Once all have answered: what was proposed does not change under the eyes.
		if (isLooking || isChosen.current || !surest) return;
		isChosen.current = true;
		setValues((current) => ({ ...current, employer: { id: surest.id, label: surest.name } }));
	}, [isLooking, surest]);

	const change = (fields: Partial<InvitationValues>) => {
		if ("employer" in fields) isChosen.current = true;
		setValues((current) => ({ ...current, ...fields }));
		setProblems({});
	};
	const creating = useApiMutation(createVisit, {
		invalidates: touchedByVisits,
		onUndone: () => window.location.pathname.endsWith(paths.visit(values.id)) && void navigate(paths.visits()),
		onSuccess: (visit, { body }) => {
			queryClient.setQueryData(visitQuery(visit.id).queryKey, visit);
			const name = values.employer?.label ?? "";
			addToast({
				text: body.status === "planned" ? words.planned(name, when(body.occurredOn, body.report?.startsAt)) : words.drafted(name),
				also: { label: words.open, onAction: () => void navigate(paths.visit(visit.id)) },
			});
			onClose();
		},
		onError: (error) => {
			if (error instanceof ApiError && error.problem.code === "invitation-taken") return onTaken();
			setProblems(
				error instanceof ApiError ? byField(problemsOfError(error)) : { form: error.name === "DeviceFullError" ? errorSentence(error) : words.offline },
			);
		},
	});
	const save = async () => {
		if (isSending.current || creating.isPending) return;
		const { employer } = values;
		if (!employer) return setProblems({ employer: words.chooseEmployer });
		const body = invitationBody(values, invitation, today, me);
		const found = problemsOf(visitCreation, body);
		if (found.length > 0) return setProblems(byField(found));
		isSending.current = true;
		try {
			if (await isHeld(values.id, body, null)) return focusHeld();
		} finally {
			isSending.current = false;
		}
		creating.mutate({
			body,
			idempotencyKey: values.id,
			known: { employers: [{ employerId: employer.id, employerName: employer.label, establishmentId: null, mrcCode: null }] },
		});
	};
	return { values, change, problems, guesses, save, isPending: creating.isPending, isAhead: values.day > today };
}
