import { useState } from "react";
import { useForm } from "react-hook-form";
import { longestPauseMonths } from "#contract/case-board.ts";
import { addMonths } from "#contract/months.ts";
import { type SupportCaseRow, supportCaseChange } from "#contract/support-cases.ts";
import { addDays } from "#lib/days.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { ChipButton } from "#ui/Chip.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import styles from "./MoveDialog.module.css";
import { text } from "./text.ts";
import { useCaseChanges } from "./use-case-changes.ts";

type PauseDialogProps = { row: SupportCaseRow; onDone: (until: string) => void; onClose: () => void };
type PauseValues = { pausedUntil: string; pauseReason: string };

/** A pause always ends: a wake-up date, six months away at most, and a reason. */
export function PauseDialog({ row, onDone, onClose }: PauseDialogProps) {
	const words = useWords(text).dialog;
	const { today } = useReference();
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<PauseValues>({ defaultValues: { pausedUntil: "", pauseReason: "" } });
	const { errors } = form.formState;
	const change = useCaseChanges({
		onSuccess: (saved) => onDone(saved.pausedUntil ?? today),
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit((values) => {
		const problems = values.pausedUntil
			? problemsOf(supportCaseChange, values)
			: [{ path: "pausedUntil", message: words.required }, ...problemsOf(supportCaseChange, { pauseReason: values.pauseReason })];
		setOthers(showProblems(form, problems));
		if (problems.length === 0) change.mutate({ params: { id: row.id }, body: values, ifMatch: row.version, base: row });
	});
	const quick = [
		{ label: words.inWeeks(2), day: addDays(today, 14) },
		...[1, 3, longestPauseMonths].map((months) => ({ label: words.inMonths(months), day: addMonths(today, months) })),
	];
	const chosen = form.watch("pausedUntil");
	return (
		<Dialog
			title={words.pauseTitle(row.employerName)}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.pauseAction} busy={change.isPending} />}
		>
			<div className={styles.stack}>
				<p>{words.pauseIntro}</p>
				<Problems sentences={others} />
				<Field label={words.pausedUntil} error={errors.pausedUntil?.message} required>
					<DateInput {...form.register("pausedUntil")} min={addDays(today, 1)} max={addMonths(today, longestPauseMonths)} />
				</Field>
				<div className={styles.quick}>
					{quick.map(({ label, day }) => (
						<ChipButton key={day} pressed={chosen === day} onClick={() => form.setValue("pausedUntil", day, { shouldDirty: true })}>
							{label}
						</ChipButton>
					))}
				</div>
				<Field label={words.pauseReason} error={errors.pauseReason?.message} required>
					<GuardedInput field="pauseReason" record={{ entity: "supportCase", recordId: row.id }} {...form.register("pauseReason")} />
				</Field>
			</div>
		</Dialog>
	);
}
