import { Controller, useFormContext } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { LineEmployer } from "./LineEmployer.tsx";
import { LineFrame } from "./LineFrame.tsx";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";

export function ReferralLine({ index, onRemove }: { index: number; onRemove: () => void }) {
	const { referral: words, yes, no } = useWords(reportText);
	const { control, register } = useFormContext<ReportValues>();
	const path = `report.referrals.${index}` as const;
	const consent = useField(`${path}.consentObtained`);
	return (
		<LineFrame title={words.line(index + 1)} remove={words.remove} onRemove={onRemove}>
			<LineEmployer list="referrals" index={index} />
			<PathField path={`${path}.service`} label={words.service} className={styles.half}>
				<TextInput {...register(`${path}.service`)} maxLength={120} placeholder={words.serviceHint} />
			</PathField>
			<PathField path={`${path}.contactName`} label={words.contact} className={styles.half}>
				<TextInput {...register(`${path}.contactName`)} maxLength={120} />
			</PathField>
			<div className={styles.half}>
				<Controller
					control={control}
					name={`${path}.consentObtained`}
					render={({ field: { value, onChange, onBlur } }) => (
						<Segmented
							label={words.consent}
							{...consent}
							options={[
								{ value: "yes", label: yes },
								{ value: "no", label: no },
							]}
							value={value === null ? null : value ? "yes" : "no"}
							onChange={(chosen) => onChange(chosen === "yes")}
							onBlur={onBlur}
						/>
					)}
				/>
			</div>
			<PathField path={`${path}.replyExpectedOn`} label={words.reply} className={styles.half}>
				<DateInput {...register(`${path}.replyExpectedOn`)} />
			</PathField>
		</LineFrame>
	);
}
