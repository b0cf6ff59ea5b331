import { Controller, useFormContext } from "react-hook-form";
import { frenchLevels } from "#lib/french-levels.ts";
import { useOccupationChoice } from "#lib/occupations.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { MoneyInput } from "#ui/MoneyInput.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./NeedDialog.module.css";
import type { NeedValues } from "./need-form.ts";
import { text } from "./text.ts";

/** What is asked, at which wage and level. How many posts is what the movements of the need say. */
export function NeedFields() {
	const words = useWords(text).form;
	const { terms } = useReference();
	const { register, control, watch, setValue, formState } = useFormContext<NeedValues>();
	const { errors } = formState;
	const occupation = useOccupationChoice(watch("occupationCode"), (code) => setValue("occupationCode", code, { shouldDirty: true }));
	return (
		<div className={styles.grid}>
			<Field label={words.occupation} required error={errors.occupationCode?.message} className={styles.wide}>
				{occupation.isNaming ? (
					<TextInput value={watch("occupationCode")} readOnly aria-busy />
				) : (
					<LazyCombobox {...occupation.box} placeholder={words.occupationHint} emptyText={words.noOccupation} opensOn="input" />
				)}
			</Field>
			<Field label={words.wage} error={errors.hourlyWageCents?.message}>
				<Controller control={control} name="hourlyWageCents" render={({ field }) => <MoneyInput {...field} unit={words.wageUnit} />} />
			</Field>
			<Field label={words.french} error={errors.frenchLevel?.message}>
				<Select
					{...register("frenchLevel")}
					placeholder={words.notSaid}
					options={frenchLevels.map((level) => ({ value: String(level), label: level === 0 ? words.frenchNone : words.frenchLevel(level) }))}
				/>
			</Field>
			<Field label={words.permanence} error={errors.permanence?.message}>
				<Select {...register("permanence")} placeholder={words.notSaid} options={terms("permanence", { held: formState.defaultValues?.permanence })} />
			</Field>
			<Field label={words.housing} error={errors.housing?.message}>
				<Select {...register("housing")} placeholder={words.notSaid} options={terms("needHousing", { held: formState.defaultValues?.housing })} />
			</Field>
			<Field label={words.startOn} error={errors.startOn?.message}>
				<DateInput {...register("startOn")} />
			</Field>
			<Field label={words.closedOn} help={words.closedHelp} error={errors.closedOn?.message}>
				<DateInput {...register("closedOn")} />
			</Field>
		</div>
	);
}
