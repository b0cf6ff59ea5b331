import { Controller, useFormContext } from "react-hook-form";
import { teers } from "#contract/tool-rules.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { CheckboxGroup } from "#ui/CheckboxGroup.tsx";
import { Field } from "#ui/Field.tsx";
import { FoldedSectors } from "#ui/FoldedSectors.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./NeedMarks.module.css";
import type { RuleValues } from "./rule-form.ts";
import { rulesText } from "./rules-text.ts";
import { text } from "./text.ts";

const numbers = ["minPosts", "minMonths", "maxMonths", "minFrench", "maxFrench"] as const;

/** Which tool, in which place; then what a need must say for it to be suggested. */
export function RuleFields() {
	const words = useWords(rulesText);
	const form = useWords(text).form;
	const { terms } = useReference();
	const { register, control, formState } = useFormContext<RuleValues>();
	const { errors, defaultValues } = formState;
	const numberField = (name: (typeof numbers)[number] | "rank") => (
		<Controller
			control={control}
			name={name}
			render={({ field }) => <NumberInput {...field} unit={name === "minMonths" || name === "maxMonths" ? words.months : undefined} />}
		/>
	);
	return (
		<>
			<div className={styles.pair}>
				<Field label={words.tool} required error={errors.tool?.message}>
					<Select {...register("tool")} placeholder={words.choose} options={terms("solution", { held: defaultValues?.tool })} />
				</Field>
				<Field label={words.rank} help={words.rankHelp} required error={errors.rank?.message}>
					{numberField("rank")}
				</Field>
			</div>
			<p className={styles.intro}>{words.conditions}</p>
			<div className={styles.pair}>
				{numbers.map((name) => (
					<Field key={name} label={words[name]} error={errors[name]?.message}>
						{numberField(name)}
					</Field>
				))}
			</div>
			<Controller
				control={control}
				name="isSimplified"
				render={({ field }) => (
					<Segmented
						label={words.isSimplified}
						value={field.value}
						onChange={field.onChange}
						options={(["any", "true", "false"] as const).map((value) => ({ value, label: words.simplified[value] }))}
					/>
				)}
			/>
			<Controller
				control={control}
				name="teers"
				render={({ field, fieldState }) => (
					<CheckboxGroup
						label={words.teers}
						columns
						value={field.value}
						onChange={field.onChange}
						options={teers.map((value) => ({ value, label: value }))}
						error={fieldState.error?.message}
					/>
				)}
			/>
			<Field label={words.occupationCodes} help={words.occupationCodesHelp} error={errors.occupationCodes?.message}>
				<TextInput {...register("occupationCodes")} spellCheck={false} autoComplete="off" />
			</Field>
			<Controller
				control={control}
				name="sectors"
				render={({ field, fieldState }) => (
					<FoldedSectors
						label={words.sectors}
						value={field.value}
						onChange={field.onChange}
						held={(defaultValues?.sectors as string[] | undefined) ?? []}
						error={fieldState.error?.message}
					/>
				)}
			/>
			<Field label={form.sourceLabel} help={form.sourceHelp} error={errors.source?.message} required>
				<TextInput {...register("source")} autoComplete="off" />
			</Field>
			<Checkbox {...register("isActive")} label={words.isActive} />
		</>
	);
}
