import { Controller, useFormContext } from "react-hook-form";
import { addBusinessDays, holidayOn, isBusinessDay, onOrAfter } from "#contract/business-days.ts";
import { addMonths } from "#contract/months.ts";
import { addDays } from "#lib/days.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { CheckboxGroup } from "#ui/CheckboxGroup.tsx";
import { ChipButton } from "#ui/Chip.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./FollowUpDialog.module.css";
import type { FollowUpValues } from "./follow-up-form.ts";
import { text } from "./text.ts";

/** What, who, for when, and how often it comes back. */
export function FollowUpFields() {
	const all = useWords(text);
	const words = all.form;
	const { today, term, terms, counsellorsWith } = useReference();
	const { register, control, watch, setValue, getValues, formState } = useFormContext<FollowUpValues>();
	const { errors } = formState;
	const { dueOn, ownerId, repeatUnit } = watch();
	const kind = register("kind");
	const quick = [
		{ label: words.quick.tomorrow, day: addBusinessDays(today, 1) },
		{ label: words.quick.week, day: onOrAfter(addDays(today, 7)) },
		{ label: words.quick.twoWeeks, day: onOrAfter(addDays(today, 14)) },
		{ label: words.quick.month, day: onOrAfter(addMonths(today, 1)) },
	];
	const holiday = dueOn ? holidayOn(dueOn) : null;
	const closed = dueOn && !isBusinessDay(dueOn) ? words.closed(holiday ? all.holidays[holiday] : words.weekend) : undefined;
	return (
		<>
			<div className={styles.pair}>
				<Field label={words.kind} required error={errors.kind?.message}>
					<Select
						{...kind}
						placeholder={words.choose}
						options={terms("followUpKind")}
						onChange={(event) => {
							// The kind is usually title enough; what was written by hand stays.
							const { title, kind: before } = getValues();
							if (title === "" || title === term("followUpKind", before))
								setValue("title", event.target.value === "other" ? "" : term("followUpKind", event.target.value), { shouldDirty: true });
							return kind.onChange(event);
						}}
					/>
				</Field>
				<Field label={words.title} required error={errors.title?.message}>
					<GuardedInput field="title" {...register("title")} maxLength={200} />
				</Field>
			</div>
			<div>
				<Field label={words.due} required error={errors.dueOn?.message} help={closed}>
					<DateInput {...register("dueOn")} />
				</Field>
				<div className={styles.chips}>
					{quick.map(({ label, day }) => (
						<ChipButton key={label} pressed={dueOn === day} onClick={() => setValue("dueOn", day, { shouldDirty: true })}>
							{label}
						</ChipButton>
					))}
				</div>
			</div>
			<div className={styles.pair}>
				<Field label={words.owner} required error={errors.ownerId?.message}>
					<Select {...register("ownerId")} options={counsellorsWith(ownerId)} />
				</Field>
				<Field label={words.repeat} error={errors.repeatUnit?.message}>
					<Select
						{...register("repeatUnit")}
						options={[
							{ value: "", label: words.never },
							{ value: "day", label: words.units.day },
							{ value: "week", label: words.units.week },
							{ value: "month", label: words.units.month },
						]}
					/>
				</Field>
				{repeatUnit !== "" && (
					<Field label={words.every} help={words.everyHelp} error={errors.repeatEvery?.message}>
						<Controller control={control} name="repeatEvery" render={({ field }) => <NumberInput {...field} placeholder="1" />} />
					</Field>
				)}
			</div>
			<Checkbox {...register("promised")} label={words.promised} />
			<Controller
				control={control}
				name="coOwnerIds"
				render={({ field }) => (
					<CheckboxGroup
						label={words.with}
						optional
						columns
						options={counsellorsWith(null).filter(({ value }) => value !== ownerId)}
						value={field.value.filter((id) => id !== ownerId)}
						onChange={field.onChange}
					/>
				)}
			/>
		</>
	);
}
