import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { createMissionRegistration, missionRegistrationCreation } from "#contract/mission-registrations.ts";
import { listMissions } from "#contract/missions.ts";
import { apiQuery, useApiMutation } from "#lib/api.ts";
import { useEmployerChoices } from "#lib/employer-choices.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./Missions.module.css";
import { touchedByRegistration } from "./queries.ts";
import { text } from "./text.ts";

type Values = { employerId: string; missionId: string; interestedOn: string; registeredOn: string };
type AddRegistrationDialogProps = {
	/** From the mission's page the employer is chosen, from the employer's the mission. */
	missionId: string | null;
	employerId: string | null;
	onClose: () => void;
};

/** Says that an employer is interested in a mission, or registered already. */
export function AddRegistrationDialog({ missionId, employerId, onClose }: AddRegistrationDialogProps) {
	const words = useWords(text).registrations.form;
	const { today } = useReference();
	const [id] = useState(() => crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const [chosen, setChosen] = useState<ComboboxItem | null>(null);
	const form = useForm<Values>({ defaultValues: { employerId: employerId ?? "", missionId: missionId ?? "", interestedOn: today, registeredOn: "" } });
	const { errors, isDirty } = form.formState;
	const missions = useQuery({
		...apiQuery(listMissions, { query: { filter: "stage=in=(toCome,underWay)", sort: "startsOn", limit: 100 } }),
		enabled: missionId === null,
	});
	const add = useApiMutation(createMissionRegistration, {
		invalidates: touchedByRegistration,
		onSuccess: (saved) => {
			addToast({ text: words.saved(saved.employerName) });
			onClose();
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit((values) => {
		const body = { id, ...values, registeredOn: values.registeredOn || null };
		const problems = problemsOf(missionRegistrationCreation, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) add.mutate({ body, idempotencyKey: id });
	});
	return (
		<Dialog
			title={words.add}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={add.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				{employerId === null && (
					<Controller
						control={form.control}
						name="employerId"
						render={({ field }) => (
							<EmployerField
								value={chosen}
								error={errors.employerId?.message}
								onChange={(item) => {
									setChosen(item);
									field.onChange(item?.id ?? "");
								}}
							/>
						)}
					/>
				)}
				{missionId === null && (
					<Field label={words.mission} required error={errors.missionId?.message}>
						<Select
							{...form.register("missionId")}
							placeholder=""
							options={(missions.data?.items ?? []).map(({ id: value, name, startsOn }) => ({ value, label: `${name} · ${startsOn}` }))}
						/>
					</Field>
				)}
				<div className={styles.pair}>
					<Field label={words.interestedOn} required error={errors.interestedOn?.message}>
						<DateInput {...form.register("interestedOn")} max={today} />
					</Field>
					<Field label={words.registeredOn} optional error={errors.registeredOn?.message}>
						<DateInput {...form.register("registeredOn")} max={today} />
					</Field>
				</div>
			</div>
		</Dialog>
	);
}

type EmployerFieldProps = { value: ComboboxItem | null; onChange: (item: ComboboxItem | null) => void; error?: string | undefined };

/** Type-ahead on the employers; before the first letter, mine. */
function EmployerField({ value, onChange, error }: EmployerFieldProps) {
	const words = useWords(text).registrations.form;
	const box = useEmployerChoices(value);
	return (
		<Field label={words.employer} required error={error}>
			<LazyCombobox {...box} onChange={onChange} placeholder={words.employerHint} emptyText={words.noEmployer} opensOn="input" />
		</Field>
	);
}
