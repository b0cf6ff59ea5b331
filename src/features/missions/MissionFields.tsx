import { Controller, useFormContext } from "react-hook-form";
import { missionModes, publishedFields } from "#contract/missions.ts";
import { frenchLevels } from "#lib/french-levels.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { CheckboxGroup } from "#ui/CheckboxGroup.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { FoldedSectors } from "#ui/FoldedSectors.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./Missions.module.css";
import type { MissionValues } from "./mission-form.ts";
import { text } from "./text.ts";

const days = ["startsOn", "endsOn", "registrationDeadlineOn", "applicationDeadlineOn"] as const;

/** When, where, for whom; published totals are folded away: most missions have none. */
export function MissionFields() {
	const all = useWords(text);
	const words = all.form;
	const { terms } = useReference();
	const { register, control, formState } = useFormContext<MissionValues>();
	const { errors, defaultValues } = formState;
	const kept = (codes: unknown) => (codes as string[] | undefined) ?? [];
	return (
		<>
			<Field label={words.name} help={words.nameHelp} required error={errors.name?.message}>
				<TextInput {...register("name")} />
			</Field>
			<div className={styles.pair}>
				<Field label={words.edition} optional error={errors.edition?.message}>
					<TextInput {...register("edition")} />
				</Field>
				<Controller
					control={control}
					name="mode"
					render={({ field }) => (
						<Segmented
							label={words.mode}
							value={field.value}
							onChange={field.onChange}
							options={missionModes.map((value) => ({ value, label: all.values.mode[value] }))}
						/>
					)}
				/>
				{days.map((name) => (
					<Field key={name} label={words[name]} required={name === "startsOn" || name === "endsOn"} error={errors[name]?.message}>
						<DateInput {...register(name)} />
					</Field>
				))}
			</div>
			<Controller
				control={control}
				name="countries"
				render={({ field, fieldState }) => (
					<CheckboxGroup
						label={words.countries}
						columns
						value={field.value}
						onChange={field.onChange}
						options={terms("missionCountry", { held: kept(defaultValues?.countries) })}
						error={fieldState.error?.message}
					/>
				)}
			/>
			<Controller
				control={control}
				name="sectors"
				render={({ field, fieldState }) => (
					<FoldedSectors
						label={words.sectors}
						value={field.value}
						onChange={field.onChange}
						held={kept(defaultValues?.sectors)}
						error={fieldState.error?.message}
					/>
				)}
			/>
			<details>
				<summary>{words.target}</summary>
				<div className={styles.pair}>
					<Field label={words.occupationCodes} help={words.occupationCodesHelp} error={errors.occupationCodes?.message}>
						<TextInput {...register("occupationCodes")} spellCheck={false} autoComplete="off" />
					</Field>
					<Field label={words.frenchLevel} error={errors.frenchLevel?.message}>
						<Select
							{...register("frenchLevel")}
							placeholder={words.frenchAny}
							options={frenchLevels.map((level) => ({ value: String(level), label: level === 0 ? words.frenchNone : words.frenchLevels(String(level)) }))}
						/>
					</Field>
				</div>
			</details>
			<details>
				<summary>{words.published}</summary>
				<div className={styles.pair}>
					{publishedFields.map((name) => (
						<Field key={name} label={all.published[name]} error={errors[name]?.message}>
							<Controller control={control} name={name} render={({ field }) => <NumberInput {...field} />} />
						</Field>
					))}
					<Field label={words.source} error={errors.source?.message}>
						<TextInput {...register("source")} />
					</Field>
				</div>
			</details>
			<Checkbox label={words.isCancelled} {...register("isCancelled")} />
		</>
	);
}
