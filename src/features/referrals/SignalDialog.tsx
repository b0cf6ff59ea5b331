import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { getEmployer } from "#contract/employers.ts";
import { createReferral, type Referral, referralChange, referralCreation, updateReferral } from "#contract/referrals.ts";
import { apiQuery, useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useDestinationName } from "#lib/use-destination-name.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import styles from "./ReferralPanel.module.css";
import { SignalFields } from "./SignalFields.tsx";
import { nearestPoint, newSignalValues, type SignalValues, signalChangeOf, signalCreationOf, signalValues } from "./signal-form.ts";
import { signalText } from "./signal-text.ts";
import { touchedByReferrals } from "./touched.ts";

/** Of the line of a person, one or the other; of an employer, persons are counted; a signal already sent keeps its way. */
export type SignalDialogProps = { employerId: string; lineId?: string | undefined; onClose: () => void };

/** One person who consents, or a number of persons, signalled to the point of service nearest to the employer. */
export function SignalDialog({ employerId, lineId, onClose }: SignalDialogProps) {
	const { data: employer } = useSuspenseQuery(apiQuery(getEmployer, { params: { id: employerId } }));
	const reference = useReference();
	const [values] = useState(() => newSignalValues(reference.today, lineId ? "person" : "count", nearestPoint(reference, employer)));
	return <SignalForm values={values} signal={null} employerId={employerId} lineId={lineId ?? null} onClose={onClose} />;
}

/** Another point of service, other volets, another number. */
export function SignalChangeDialog({ signal, onClose }: { signal: Referral; onClose: () => void }) {
	return <SignalForm values={signalValues(signal)} signal={signal} employerId={signal.employerId ?? ""} lineId={null} onClose={onClose} />;
}

type FormProps = { values: SignalValues; signal: Referral | null; employerId: string; lineId: string | null; onClose: () => void };
/** Which box shows what is amiss. */
const fieldOf = (path: string) => (path === "toService" ? "toServicePointId" : path);

function SignalForm({ values: defaultValues, signal, employerId, lineId, onClose }: FormProps) {
	const words = useWords(signalText).form;
	const destination = useDestinationName();
	const [id] = useState(() => signal?.id ?? crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<SignalValues>({ defaultValues });
	const show = (problems: { path: string; message: string }[]) => setOthers(showProblems(form, problems, fieldOf));
	const after = {
		invalidates: touchedByReferrals,
		onSuccess: (saved: Referral) => {
			addToast({ text: signal ? words.changed : words.sent(destination(saved)) });
			onClose();
		},
		onError: (error: Error) => show(problemsOfError(error)),
	};
	const create = useApiMutation(createReferral, after);
	const update = useApiMutation(updateReferral, after);
	const submit = form.handleSubmit((values) => {
		const [change, creation] = [signalChangeOf(values), signalCreationOf(id, values, employerId, lineId)];
		const problems = signal ? problemsOf(referralChange, change) : problemsOf(referralCreation, creation);
		show(problems);
		if (problems.length > 0) return;
		if (signal) update.mutate({ params: { id }, body: change, ifMatch: signal.version, base: signal });
		else create.mutate({ body: creation, idempotencyKey: id });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={signal ? words.edit : words.title}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={
					<DialogButtons cancel={words.cancel} onCancel={onClose} submit={signal ? words.save : words.send} busy={create.isPending || update.isPending} />
				}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
					<SignalFields recordId={id} isNew={!signal} mayChooseWay={!signal && lineId !== null} />
				</div>
			</Dialog>
		</FormProvider>
	);
}
