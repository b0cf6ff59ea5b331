import { Controller, useFormContext } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { CheckboxGroup } from "#ui/CheckboxGroup.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { ConsentFields } from "./ConsentFields.tsx";
import styles from "./ReferralDialog.module.css";
import type { SignalValues } from "./signal-form.ts";
import { signalText } from "./signal-text.ts";

/** What is passed on, to which point of service, for which volets; the consent, or the number. */
export function SignalFields({ recordId, isNew, mayChooseWay }: { recordId: string; isNew: boolean; mayChooseWay: boolean }) {
	const words = useWords(signalText).form;
	const { servicePoints, terms } = useReference();
	const { register, control, watch, formState } = useFormContext<SignalValues>();
	const { errors, defaultValues } = formState;
	const way = watch("way");
	const points = servicePoints.filter(({ id, isOpen }) => isOpen || id === defaultValues?.toServicePointId).map(({ id, name }) => ({ value: id, label: name }));
	return (
		<>
			{mayChooseWay ? (
				<Controller
					control={control}
					name="way"
					render={({ field }) => (
						<Segmented
							label={words.way}
							name={field.name}
							value={field.value}
							onChange={field.onChange}
							options={[
								{ value: "person", label: words.ways.person },
								{ value: "count", label: words.ways.count },
							]}
							help={words.wayHelp[way]}
						/>
					)}
				/>
			) : (
				<p className={styles.said}>{words.wayHelp[way]}</p>
			)}
			<div className={styles.pair}>
				<Field label={words.point} required error={errors.toServicePointId?.message}>
					<Select {...register("toServicePointId")} placeholder={words.choose} options={points} />
				</Field>
				{way === "count" && (
					<Controller
						control={control}
						name="persons"
						render={({ field }) => (
							<Field label={words.persons} required error={errors.persons?.message}>
								<NumberInput {...field} decimals={2} />
							</Field>
						)}
					/>
				)}
			</div>
			<Controller
				control={control}
				name="volets"
				render={({ field }) => (
					<CheckboxGroup
						label={words.volets}
						required
						columns
						name={field.name}
						options={terms("newcomerVolet", { held: defaultValues?.volets })}
						value={field.value}
						onChange={field.onChange}
						error={errors.volets?.message}
					/>
				)}
			/>
			<Field label={words.note} optional help={words.noteHelp} error={errors.note?.message}>
				<GuardedArea field="note" record={{ entity: "referral", recordId, isNew }} {...register("note")} rows={3} maxLength={1000} />
			</Field>
			{isNew && way === "person" && <ConsentFields label={words.consent} help={words.consentHelp} />}
		</>
	);
}
