import { useNearDay } from "#lib/days.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { ChipButton } from "#ui/Chip.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./QuickLog.module.css";
import { dueOf, type LogStep, type StepChoice } from "./quick-log.ts";
import { text } from "./text.ts";

type NextStepChipsProps = { step: LogStep; onChange: (step: LogStep) => void; error?: string };

const choices: StepChoice[] = ["summaryEmail", "call", "other"];

/** The usual follow-ups with their usual day, one press each; another one is written out. */
export function NextStepChips({ step, onChange, error }: NextStepChipsProps) {
	const words = useWords(text);
	const { today, counsellors } = useReference();
	const nearDay = useNearDay(today);
	return (
		<Field label={words.log.nextStep} error={error} group="group">
			<div className={styles.chips}>
				{choices.map((choice) => {
					const isOn = step.choice === choice;
					return (
						<ChipButton key={choice} pressed={isOn} onClick={() => onChange({ ...step, choice: isOn ? null : choice })}>
							<span>
								{isOn ? <b>{words.log[choice]}</b> : words.log[choice]}
								{choice !== "other" && ` · ${nearDay(dueOf(choice, today))}`}
							</span>
						</ChipButton>
					);
				})}
			</div>
			{step.choice === "other" && (
				<div className={styles.other}>
					<Field label={words.log.stepTitle} className={styles.whole}>
						<TextInput value={step.title} maxLength={200} onChange={(event) => onChange({ ...step, title: event.target.value })} />
					</Field>
					<Field label={words.log.stepOwner}>
						<Select
							value={step.ownerId}
							options={counsellors.map(({ id, name }) => ({ value: id, label: name }))}
							onChange={(event) => onChange({ ...step, ownerId: event.target.value })}
						/>
					</Field>
					<Field label={words.log.stepDue}>
						<DateInput value={step.dueOn} onChange={(event) => onChange({ ...step, dueOn: event.target.value })} />
					</Field>
				</div>
			)}
		</Field>
	);
}
