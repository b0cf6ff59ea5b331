import { memo } from "react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import type { VisitPrefill } from "#contract/visits.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { type ConsentValues, consentValues, emptyConsent, isBlank } from "./block-values.ts";
import { CarriedSection } from "./CarriedSection.tsx";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import type { ReportValues } from "./report-values.ts";
import { useBlockLines } from "./use-block-lines.ts";

const methods = ["spoken", "written"] as const;

/** Block 11: the employer was told the purpose and the sharing of what is written. A notice already given is taken up as it was. */
export const ConsentSection = memo(function ConsentSection({ past }: { past: VisitPrefill["consent"] }) {
	const { consent: words, notSaid } = useWords(reportText);
	const { terms } = useReference();
	const { control, register, setValue, getValues } = useFormContext<ReportValues>();
	const values = useWatch({ control, name: "report.consent" });
	const { consentLine } = useBlockLines();
	const method = useField("report.consent.method");
	const before = past && consentValues(past.block);
	const latest = terms("privacyNotice").at(-1)?.value ?? "";
	const take = (taken: ConsentValues) => setValue("report.consent", taken, { shouldDirty: true });
	return (
		<CarriedSection<ConsentValues>
			id="consent"
			isBlank={isBlank(values)}
			said={consentLine(values)}
			holds={words.holds}
			past={past && before && { ...past, values: before, line: consentLine(before) }}
			onTake={take}
		>
			<Checkbox
				label={words.informed}
				help={words.informedHelp}
				checked={values.informed === true}
				onChange={({ target }) =>
					take(target.checked ? { informed: true, noticeVersion: latest, informedOn: getValues("occurredOn"), method: "spoken" } : emptyConsent)
				}
			/>
			{values.informed && (
				<div className={styles.pair}>
					<PathField path="report.consent.noticeVersion" label={words.version}>
						<Select {...register("report.consent.noticeVersion")} placeholder={notSaid} options={terms("privacyNotice", { held: values?.noticeVersion })} />
					</PathField>
					<PathField path="report.consent.informedOn" label={words.day}>
						<DateInput {...register("report.consent.informedOn")} />
					</PathField>
					<Controller
						control={control}
						name="report.consent.method"
						render={({ field }) => (
							<Segmented
								label={words.method}
								{...method}
								options={methods.map((one) => ({ value: one, label: words.methods[one] }))}
								value={field.value || null}
								onChange={field.onChange}
								onBlur={field.onBlur}
							/>
						)}
					/>
				</div>
			)}
		</CarriedSection>
	);
});
