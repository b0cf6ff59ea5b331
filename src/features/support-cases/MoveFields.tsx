import { useFormContext } from "react-hook-form";
import { Link } from "react-router";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./MoveDialog.module.css";
import type { MoveValues } from "./move-form.ts";
import { text } from "./text.ts";
import type { MoveDraft } from "./use-case-moves.ts";

/** Where the record that shows a criterion is made; the others are shown by evidence only. */
const records = {
	interactionLogged: { word: "visit", to: paths.newVisit },
	neqVerified: { word: "employer", to: paths.employer },
	visitHeld: { word: "visit", to: paths.newVisit },
	reportCompleted: { word: "visits", to: (id: string) => paths.employer(id, "visites") },
	needRecorded: { word: "needs", to: (id: string) => paths.employer(id, "besoins") },
	channelStarted: { word: "tools", to: (id: string) => paths.employer(id, "outils") },
} as const;

export function EvidenceFields({ missing, employerId, today }: { missing: MoveDraft["missing"]; employerId: string; today: string }) {
	const words = useWords(text).dialog;
	const { register, formState } = useFormContext<MoveValues>();
	return missing.map(({ criterion, label }, index) => {
		const errors = formState.errors.evidence?.[index];
		const record = criterion in records ? records[criterion as keyof typeof records] : undefined;
		return (
			<fieldset key={criterion} className={styles.criterion}>
				<legend className={styles.legend}>{label}</legend>
				{record && (
					<Link to={record.to(employerId)} className={styles.record}>
						{words.record[record.word]}
					</Link>
				)}
				<div className={styles.line}>
					<Field label={words.evidenceOn} error={errors?.occurredOn?.message} required>
						<DateInput {...register(`evidence.${index}.occurredOn`)} max={today} />
					</Field>
					<Field label={words.evidenceNote} error={errors?.note?.message} required>
						<GuardedInput field="evidence.note" {...register(`evidence.${index}.note`)} />
					</Field>
				</div>
			</fieldset>
		);
	});
}

export function ReasonFields() {
	const words = useWords(text).dialog;
	const { register, formState } = useFormContext<MoveValues>();
	return (
		<Field label={words.reason} error={formState.errors.reason?.message} required>
			<GuardedInput field="reason" {...register("reason")} />
		</Field>
	);
}

export function ClosingFields({ from, today }: { from: string; today: string }) {
	const words = useWords(text).dialog;
	const { terms } = useReference();
	const { register, formState } = useFormContext<MoveValues>();
	return (
		<>
			<div className={styles.closing}>
				<Field label={words.closeReason} error={formState.errors.closeReason?.message} required>
					<Select {...register("closeReason")} placeholder={words.choose} options={terms("closeReason")} />
				</Field>
				<Field label={words.movedOn} error={formState.errors.movedOn?.message} required>
					<DateInput {...register("movedOn")} min={from} max={today} />
				</Field>
			</div>
			<Field label={words.precision} error={formState.errors.reason?.message} optional>
				<GuardedInput field="reason" {...register("reason")} />
			</Field>
		</>
	);
}
