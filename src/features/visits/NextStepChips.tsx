import { useNearDay } from "#lib/days.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { ChoiceChips } from "#ui/ChoiceChips.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Select } from "#ui/Select.tsx";
import { logText } from "./log-text.ts";
import styles from "./QuickLog.module.css";
import { dueOf, type LogStep, type StepChoice } from "./quick-log.ts";

type NextStepChipsProps = { step: LogStep; onChange: (step: LogStep) => void; error?: string };

const choices: StepChoice[] = ["summaryEmail", "call", "other"];

/** The usual follow-ups with their usual day, one press or one letter each; another one is written out. */
export function NextStepChips({ step, onChange, error }: NextStepChipsProps) {
	const words = useWords(logText);
	const { today, counsellors } = useReference();
	const nearDay = useNearDay(today);
	return (
		<ChoiceChips
			label={words.nextStep}
			error={error}
			value={step.choice ?? "none"}
			options={[
				...choices.map((choice) => ({ value: choice, label: words[choice], ...(choice === "other" ? {} : { detail: nearDay(dueOf(choice, today)) }) })),
				{ value: "none", label: words.none },
			]}
			onChange={(choice) => onChange({ ...step, choice: choice === "none" ? null : choice })}
		>
			{step.choice === "other" && (
				<div className={styles.other}>
					<Field label={words.stepTitle} className={styles.whole}>
						<GuardedInput
							field="report.nextSteps.title"
							value={step.title}
							maxLength={200}
							enterKeyHint="next"
							onChange={(event) => onChange({ ...step, title: event.target.value })}
						/>
					</Field>
					<Field label={words.stepOwner}>
						<Select
							value={step.ownerId}
							options={counsellors.map(({ id, name }) => ({ value: id, label: name }))}
							onChange={(event) => onChange({ ...step, ownerId: event.target.value })}
						/>
					</Field>
					<Field label={words.stepDue}>
						<DateInput value={step.dueOn} onChange={(event) => onChange({ ...step, dueOn: event.target.value })} />
					</Field>
				</div>
			)}
		</ChoiceChips>
	);
}
