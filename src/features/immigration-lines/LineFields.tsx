import { useFormContext } from "react-hook-form";
import { stepsOf } from "#contract/immigration-steps.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./Immigration.module.css";
import type { LineValues } from "./line-form.ts";
import { text } from "./text.ts";
import { LinkFields, WhichFields } from "./WhichFields.tsx";

type LineFieldsProps = { lineId: string; isNew: boolean };

/** Who, by a label; by which path; the days of its steps, and no other's. */
export function LineFields({ lineId, isNew }: LineFieldsProps) {
	const all = useWords(text);
	const words = all.form;
	const { today, terms } = useReference();
	const { register, watch, formState } = useFormContext<LineValues>();
	const { errors, defaultValues } = formState;
	const path = watch("path");
	const record = { entity: "immigrationLine" as const, recordId: lineId, isNew };
	return (
		<>
			<Field label={words.label} help={words.labelHelp} required error={errors.label?.message}>
				<TextInput {...register("label")} autoComplete="off" />
			</Field>
			<div className={styles.pair}>
				<WhichFields />
				{stepsOf(path).map((step) => (
					<Field key={step} label={all.steps[step]} required={step === "hiredOn"} error={errors[step]?.message}>
						<DateInput {...register(step)} max={today} />
					</Field>
				))}
				{path !== "permanent" && (
					<Field label={words.permitExpiresOn} error={errors.permitExpiresOn?.message}>
						<DateInput {...register("permitExpiresOn")} />
					</Field>
				)}
			</div>
			<div className={styles.pair}>
				<LinkFields />
				<Field label={words.endedOn} error={errors.endedOn?.message}>
					<DateInput {...register("endedOn")} max={today} />
				</Field>
				<Field label={words.endReason} error={errors.endReason?.message}>
					<Select {...register("endReason")} placeholder={words.notSaid} options={terms("immigrationEnd", { held: defaultValues?.endReason })} />
				</Field>
			</div>
			<Field label={words.note} optional error={errors.note?.message}>
				<GuardedInput field="note" record={record} {...register("note")} />
			</Field>
		</>
	);
}
