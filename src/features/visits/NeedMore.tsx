import { useState } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { PathField } from "./PathField.tsx";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { NeedValues, ReportValues } from "./report-values.ts";

const hasMore = ({ schedule, requirements, vacantMonths, localEfforts }: NeedValues) =>
	Boolean(schedule || requirements || localEfforts || vacantMonths !== null);

/** The rest of a need, asked for only by whoever knows it. */
export function NeedMore({ index }: { index: number }) {
	const { need: words, needMore } = useWords(reportText);
	const { control, register, getValues, setFocus } = useFormContext<ReportValues>();
	const path = `report.needs.${index}` as const;
	const [isOpen, setOpen] = useState(() => hasMore(getValues(path)));
	if (!isOpen)
		return (
			<div className={styles.wide}>
				<Button
					variant="quiet"
					size="small"
					icon="plus"
					onClick={() => {
						setOpen(true);
						requestAnimationFrame(() => setFocus(`${path}.schedule`));
					}}
				>
					{needMore}
				</Button>
			</div>
		);
	return (
		<>
			<PathField path={`${path}.schedule`} label={words.schedule} className={styles.half}>
				<GuardedInput field="report.needs.schedule" {...register(`${path}.schedule`)} maxLength={200} />
			</PathField>
			<PathField path={`${path}.vacantMonths`} label={words.vacantMonths} className={styles.half}>
				<Controller control={control} name={`${path}.vacantMonths`} render={({ field }) => <NumberInput {...field} unit={words.months} />} />
			</PathField>
			<PathField path={`${path}.requirements`} label={words.requirements} className={styles.half}>
				<GuardedInput field="report.needs.requirements" {...register(`${path}.requirements`)} maxLength={300} />
			</PathField>
			<PathField path={`${path}.localEfforts`} label={words.localEfforts} className={styles.half}>
				<GuardedArea field="report.needs.localEfforts" {...register(`${path}.localEfforts`)} rows={1} placeholder={words.localEffortsHint} />
			</PathField>
		</>
	);
}
