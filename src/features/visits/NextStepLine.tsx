import { useFormContext } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Select } from "#ui/Select.tsx";
import { LineEmployer } from "./LineEmployer.tsx";
import { LineFrame } from "./LineFrame.tsx";
import { PathField } from "./PathField.tsx";
import styles from "./Report.module.css";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

export function NextStepLine({ index, onRemove }: { index: number; onRemove: () => void }) {
	const words = useWords(text);
	const { terms, term, counsellorsWith } = useReference();
	const { register, getValues, setValue } = useFormContext<ReportValues>();
	const path = `report.nextSteps.${index}` as const;
	const kind = register(`${path}.kind`);
	return (
		<LineFrame title={words.step.line(index + 1)} remove={words.step.remove} onRemove={onRemove}>
			<LineEmployer list="nextSteps" index={index} />
			<PathField path={`${path}.kind`} label={words.step.kind} required>
				<Select
					{...kind}
					placeholder={words.choose}
					options={terms("followUpKind")}
					onChange={(event) => {
						// The kind is usually title enough; what was written by hand stays.
						const { title, kind: before } = getValues(path);
						if (title === "" || title === term("followUpKind", before))
							setValue(`${path}.title`, event.target.value === "other" || event.target.value === "" ? "" : term("followUpKind", event.target.value));
						return kind.onChange(event);
					}}
				/>
			</PathField>
			<PathField path={`${path}.title`} label={words.step.title} required className={styles.rest}>
				<GuardedInput field="report.nextSteps.title" {...register(`${path}.title`)} maxLength={200} />
			</PathField>
			<PathField path={`${path}.ownerId`} label={words.step.owner} required>
				<Select {...register(`${path}.ownerId`)} placeholder={words.choose} options={counsellorsWith(getValues(`${path}.ownerId`))} />
			</PathField>
			<PathField path={`${path}.dueOn`} label={words.step.due} required>
				<DateInput {...register(`${path}.dueOn`)} />
			</PathField>
			<Checkbox {...register(`${path}.promised`)} label={words.step.promised} className={styles.wide} />
		</LineFrame>
	);
}
