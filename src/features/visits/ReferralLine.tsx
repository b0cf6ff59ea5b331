import { Controller, useFormContext } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { LineEmployer } from "./LineEmployer.tsx";
import { LineFrame } from "./LineFrame.tsx";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import { ReferralDestination } from "./ReferralDestination.tsx";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

export function ReferralLine({ index, onRemove }: { index: number; onRemove: () => void }) {
	const { referral: words, consent: consents, yes, no } = useWords(reportText);
	const { choose } = useWords(text);
	const { terms } = useReference();
	const { control, register } = useFormContext<ReportValues>();
	const path = `report.referrals.${index}` as const;
	const consent = useField(`${path}.consentObtained`);
	const method = useField(`${path}.consentMethod`);
	return (
		<LineFrame title={words.line(index + 1)} remove={words.remove} onRemove={onRemove}>
			<LineEmployer list="referrals" index={index} />
			<ReferralDestination index={index} />
			<PathField path={`${path}.reason`} label={words.reason} required className={styles.half}>
				<Select {...register(`${path}.reason`)} placeholder={choose} options={terms("referralReason")} />
			</PathField>
			<PathField path={`${path}.contactName`} label={words.contact} className={styles.half}>
				<GuardedInput field="report.referrals.contactName" {...register(`${path}.contactName`)} maxLength={120} />
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
			<div className={styles.half}>
				<Controller
					control={control}
					name={`${path}.consentMethod`}
					render={({ field: { value, onChange, onBlur } }) => (
						<Segmented
							label={consents.method}
							{...method}
							options={(["spoken", "written"] as const).map((one) => ({ value: one, label: consents.methods[one] }))}
							value={value || null}
							onChange={onChange}
							onBlur={onBlur}
						/>
					)}
				/>
			</div>
			<PathField path={`${path}.note`} label={words.note} className={styles.half}>
				<GuardedInput field="report.referrals.note" {...register(`${path}.note`)} />
			</PathField>
			<PathField path={`${path}.replyExpectedOn`} label={words.reply} className={styles.half}>
				<DateInput {...register(`${path}.replyExpectedOn`)} />
			</PathField>
		</LineFrame>
	);
}
