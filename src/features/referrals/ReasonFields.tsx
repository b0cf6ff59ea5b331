import { useFormContext } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./ReferralDialog.module.css";
import type { ReferralValues } from "./referral-form.ts";
import { text } from "./text.ts";

/** Why, what helps whoever receives it, and by when an answer is expected. */
export function ReasonFields({ recordId, isNew }: { recordId: string; isNew: boolean }) {
	const words = useWords(text).form;
	const { terms } = useReference();
	const { register, formState } = useFormContext<ReferralValues>();
	const { errors } = formState;
	return (
		<>
			<div className={styles.pair}>
				<Field label={words.reason} required error={errors.reason?.message}>
					<Select {...register("reason")} placeholder={words.choose} options={terms("referralReason")} />
				</Field>
				<Field label={words.reply} required error={errors.replyExpectedOn?.message}>
					<DateInput {...register("replyExpectedOn")} />
				</Field>
			</div>
			<Field label={words.note} optional error={errors.note?.message}>
				<GuardedArea field="note" record={{ entity: "referral", recordId, isNew }} {...register("note")} rows={3} maxLength={1000} />
			</Field>
		</>
	);
}
