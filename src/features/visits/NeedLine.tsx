import { Controller, useFormContext } from "react-hook-form";
import { frenchLevels } from "#lib/french-levels.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { MoneyInput } from "#ui/MoneyInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Select } from "#ui/Select.tsx";
import { LineEmployer } from "./LineEmployer.tsx";
import { LineFrame } from "./LineFrame.tsx";
import { NeedMore } from "./NeedMore.tsx";
import { OccupationField } from "./OccupationField.tsx";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

export function NeedLine({ index, onRemove }: { index: number; onRemove: () => void }) {
	const words = useWords(text);
	const { terms } = useReference();
	const { control, register, getValues } = useFormContext<ReportValues>();
	const path = `report.needs.${index}` as const;
	const occupation = useField(`${path}.occupationCode`);
	return (
		<LineFrame title={words.need.line(index + 1)} remove={words.need.remove} onRemove={onRemove}>
			<LineEmployer list="needs" index={index} />
			<div className={styles.wide}>
				<Controller
					control={control}
					name={`${path}.occupationCode`}
					render={({ field: { value, onChange, onBlur } }) => (
						<OccupationField label={words.need.occupation} required {...occupation} value={value} onChange={onChange} onBlur={onBlur} />
					)}
				/>
			</div>
			<PathField path={`${path}.posts`} label={words.need.posts} required>
				<Controller control={control} name={`${path}.posts`} render={({ field }) => <NumberInput {...field} />} />
			</PathField>
			<PathField path={`${path}.permanence`} label={words.need.permanence}>
				<Select
					{...register(`${path}.permanence`)}
					placeholder={words.need.notSaid}
					options={terms("permanence", { on: getValues("occurredOn"), held: getValues(`${path}.permanence`) })}
				/>
			</PathField>
			<PathField path={`${path}.startOn`} label={words.need.startOn}>
				<DateInput {...register(`${path}.startOn`)} />
			</PathField>
			<PathField path={`${path}.hourlyWageCents`} label={words.need.wage}>
				<Controller control={control} name={`${path}.hourlyWageCents`} render={({ field }) => <MoneyInput {...field} unit={words.need.wageUnit} />} />
			</PathField>
			<PathField path={`${path}.frenchLevel`} label={words.need.french} className={styles.half}>
				<Controller
					control={control}
					name={`${path}.frenchLevel`}
					render={({ field: { value, onChange, ...field } }) => (
						<Select
							{...field}
							value={value === null ? "" : String(value)}
							placeholder={words.need.notSaid}
							options={frenchLevels.map((level) => ({ value: String(level), label: level === 0 ? words.need.frenchNone : words.need.frenchLevel(level) }))}
							onChange={(event) => onChange(event.target.value === "" ? null : Number(event.target.value))}
						/>
					)}
				/>
			</PathField>
			<PathField path={`${path}.housing`} label={words.need.housing}>
				<Select
					{...register(`${path}.housing`)}
					placeholder={words.need.notSaid}
					options={terms("needHousing", { on: getValues("occurredOn"), held: getValues(`${path}.housing`) })}
				/>
			</PathField>
			<NeedMore index={index} />
		</LineFrame>
	);
}
