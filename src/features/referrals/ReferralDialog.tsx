import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { addBusinessDays } from "#contract/business-days.ts";
import { createReferral, type Referral, referralChange, referralCreation, updateReferral } from "#contract/referrals.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useDestinationName } from "#lib/use-destination-name.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import { AboutFields } from "./AboutFields.tsx";
import { ConsentFields } from "./ConsentFields.tsx";
import { DestinationFields } from "./DestinationFields.tsx";
import { ReasonFields } from "./ReasonFields.tsx";
import styles from "./ReferralPanel.module.css";
import { changeOf, creationOf, fieldOfProblem, newReferralValues, type ReferralValues, referralValues } from "./referral-form.ts";
import { text } from "./text.ts";
import { touchedByReferrals } from "./touched.ts";

/** As the catalogue has it (domain §2.4); the API says it again for whoever sends none. */
const usualReplyDays = 15;

/** `employerId`: from the record of an employer, it is about that one. */
export type ReferralDialogProps = { referral: Referral | null; employerId?: string | undefined; onClose: () => void };

/** Sends somebody's need or an employer to who can answer, or changes what was sent. */
export function ReferralDialog({ referral, employerId, onClose }: ReferralDialogProps) {
	const words = useWords(text).form;
	const { today } = useReference();
	const mayReadEmployers = useMay()("listEmployers");
	const destination = useDestinationName();
	const [id] = useState(() => referral?.id ?? crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<ReferralValues>({
		defaultValues: referral
			? referralValues(referral)
			: newReferralValues(today, addBusinessDays(today, usualReplyDays), mayReadEmployers ? "employer" : "person", employerId),
	});
	const show = (problems: { path: string; message: string }[]) => setOthers(showProblems(form, problems, fieldOfProblem(form.getValues())));
	const after = {
		invalidates: touchedByReferrals,
		onSuccess: (saved: Referral) => {
			addToast({ text: referral ? words.changed : words.sent(destination(saved)) });
			onClose();
		},
		onError: (error: Error) => show(problemsOfError(error)),
	};
	const create = useApiMutation(createReferral, after);
	const update = useApiMutation(updateReferral, after);
	const submit = form.handleSubmit((values) => {
		if (referral) {
			const body = changeOf(values);
			const problems = problemsOf(referralChange, body);
			show(problems);
			if (problems.length === 0) update.mutate({ params: { id }, body, ifMatch: referral.version, base: referral });
			return;
		}
		const body = creationOf(id, values);
		const problems = problemsOf(referralCreation, body);
		show(problems);
		if (problems.length === 0) create.mutate({ body, idempotencyKey: id });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={referral ? words.edit : words.title}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={
					<DialogButtons cancel={words.cancel} onCancel={onClose} submit={referral ? words.save : words.send} busy={create.isPending || update.isPending} />
				}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
					{!referral && !employerId && <AboutFields />}
					<DestinationFields partnerName={referral?.partnerName ?? null} />
					<ReasonFields recordId={id} isNew={!referral} />
					{!referral && <ConsentFields label={words.consent} help={words.consentHelp} whoseIsAsked={form.watch("about") === "employer"} />}
				</div>
			</Dialog>
		</FormProvider>
	);
}
