import {
	type MissionRegistration,
	missionRegistrationChange,
	missionRegistration as registrationSchema,
	updateMissionRegistration,
} from "#contract/mission-registrations.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./Missions.module.css";
import { touchedByRegistration } from "./queries.ts";
import { text } from "./text.ts";

const steps = ["invitedOn", "interestedOn", "registeredOn", "confirmedOn", "tookPartOn", "withdrawnOn"] as const;
type Values = Record<(typeof steps)[number] | "withdrawReason" | "note" | "advisorId", string>;

const valuesOf = (registration: MissionRegistration): Values => ({
	...(Object.fromEntries(steps.map((step) => [step, registration[step] ?? ""])) as Record<(typeof steps)[number], string>),
	withdrawReason: registration.withdrawReason ?? "",
	note: registration.note ?? "",
	advisorId: registration.advisorId ?? "",
});

const bodyOf = (values: Values) =>
	Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value.trim() || null])) as Record<keyof Values, string | null>;

/** All the steps of a registration, each with its day; withdrawing asks why. */
export function RegistrationDialog({ registration, name, onClose }: { registration: MissionRegistration; name: string; onClose: () => void }) {
	const all = useWords(text);
	const words = all.registrations.form;
	const { today, terms, counsellorsWith } = useReference();
	const { form, base, others, show, onError, changed } = useRecordForm({
		record: registration,
		schema: registrationSchema,
		valuesOf,
		conflict: all.form.conflict,
	});
	const { errors } = form.formState;
	const update = useApiMutation(updateMissionRegistration, {
		invalidates: touchedByRegistration,
		onSuccess: () => {
			addToast({ text: words.saved(name) });
			onClose();
		},
		onError,
	});
	const submit = form.handleSubmit(() => {
		const body = changed(bodyOf);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(missionRegistrationChange, body))) update.mutate({ params: { id: base.id }, body, ifMatch: base.version, base });
	});
	return (
		<Dialog
			title={words.title(name)}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={update.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<div className={styles.pair}>
					{steps.map((step) => (
						<Field key={step} label={words[step]} error={errors[step]?.message}>
							<DateInput {...form.register(step)} max={today} />
						</Field>
					))}
					<Field label={words.withdrawReason} error={errors.withdrawReason?.message}>
						<Select
							{...form.register("withdrawReason")}
							placeholder={words.none}
							options={terms("missionWithdrawReason", { held: registration.withdrawReason })}
						/>
					</Field>
				</div>
				<Field label={words.advisor} error={errors.advisorId?.message}>
					<Select {...form.register("advisorId")} placeholder={words.none} options={counsellorsWith(registration.advisorId)} />
				</Field>
				<Field label={words.note} optional error={errors.note?.message}>
					<GuardedInput field="note" record={{ entity: "missionRegistration", recordId: registration.id, isNew: false }} {...form.register("note")} />
				</Field>
			</div>
		</Dialog>
	);
}
