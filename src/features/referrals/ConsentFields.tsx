import { Controller, useFormContext } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import styles from "./ReferralDialog.module.css";
import type { ReferralValues } from "./referral-form.ts";
import { text } from "./text.ts";

type ConsentValues = Pick<ReferralValues, "consentObtained" | "consentFrom" | "consentOn" | "consentMethod">;
/** `whoseIsAsked`: it may be the employer's or a person's. */
type ConsentFieldsProps = { label: string; help: string; whoseIsAsked?: boolean };

/** The consent, and its register: from whom, when, how (law, art. 53.1). */
export function ConsentFields({ label, help, whoseIsAsked = false }: ConsentFieldsProps) {
	const words = useWords(text).form;
	const { register, control, watch, formState } = useFormContext<ConsentValues>();
	const { errors } = formState;
	const { consentObtained } = watch();
	return (
		<fieldset className={styles.consent}>
			<Field label={label} hideLabel error={errors.consentObtained?.message}>
				<Checkbox {...register("consentObtained")} label={label} help={help} />
			</Field>
			{consentObtained && (
				<div className={styles.pair}>
					{whoseIsAsked && (
						<Controller
							control={control}
							name="consentFrom"
							render={({ field }) => (
								<Segmented
									label={words.consentFrom}
									name={field.name}
									value={field.value}
									onChange={field.onChange}
									options={[
										{ value: "employer", label: words.consentSources.employer },
										{ value: "person", label: words.consentSources.person },
									]}
								/>
							)}
						/>
					)}
					<Controller
						control={control}
						name="consentMethod"
						render={({ field }) => (
							<Segmented
								label={words.consentMethod}
								name={field.name}
								value={field.value}
								onChange={field.onChange}
								options={[
									{ value: "spoken", label: words.methods.spoken },
									{ value: "written", label: words.methods.written },
								]}
							/>
						)}
					/>
					<Field label={words.consentOn} required error={errors.consentOn?.message}>
						<DateInput {...register("consentOn")} />
					</Field>
				</div>
			)}
		</fieldset>
	);
}
