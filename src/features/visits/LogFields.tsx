import { useEffect, useRef, useState } from "react";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Field } from "#ui/Field.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { TextArea } from "#ui/TextArea.tsx";
import { DayButton } from "./DayButton.tsx";
import { EmployerField } from "./EmployerField.tsx";
import { NextStepChips } from "./NextStepChips.tsx";
import styles from "./QuickLog.module.css";
import { RecentEmployers } from "./RecentEmployers.tsx";
import { text } from "./text.ts";
import type { QuickLog } from "./use-quick-log.ts";

/** Employer, type, date, one line, next step: what is known in the parking lot. */
export function LogFields({ log, change, problems, isRestored, startOver }: QuickLog) {
	const words = useWords(text);
	const { terms } = useReference();
	const employer = useRef<HTMLInputElement | null>(null);
	const [isEmployerKnown] = useState(log.employer !== null);
	const isFocused = useRef(isEmployerKnown);
	const day = useRef<HTMLButtonElement>(null);
	const headline = useRef<HTMLTextAreaElement>(null);

	useEffect(() => {
		if (problems.employer) employer.current?.focus();
	}, [problems.employer]);
	useEffect(() => {
		// Opened from an employer's page: the first thing left to say is the line.
		if (isEmployerKnown) headline.current?.focus();
	}, [isEmployerKnown]);

	return (
		<div className={styles.fields}>
			{problems.form && (
				<Banner tone="red" live>
					{problems.form}
				</Banner>
			)}
			{isRestored && (
				<Banner
					action={
						<Button variant="quiet" size="small" onClick={startOver}>
							{words.log.startOver}
						</Button>
					}
				>
					{words.log.restored}
				</Banner>
			)}
			<div className={styles.employer}>
				<EmployerField
					label={words.log.employer}
					error={problems.employer}
					value={log.employer}
					onChange={(chosen) => change({ employer: chosen })}
					onEntered={() => day.current?.focus()}
					inputRef={(input) => {
						employer.current = input;
						if (!input || isFocused.current) return;
						isFocused.current = true;
						input.focus();
					}}
				/>
				{!log.employer && (
					<RecentEmployers
						onChoose={(chosen) => {
							change({ employer: chosen });
							day.current?.focus();
						}}
					/>
				)}
			</div>
			<Segmented label={words.log.mode} options={terms("visitMode")} value={log.mode} onChange={(mode) => change({ mode })} error={problems.mode} />
			<DayButton value={log.occurredOn} onChange={(occurredOn) => change({ occurredOn })} error={problems.occurredOn} buttonRef={day} />
			<Field label={words.log.headline} error={problems.headline}>
				<TextArea
					ref={headline}
					rows={2}
					maxLength={300}
					value={log.headline}
					placeholder={words.log.headlineHint}
					onChange={(event) => change({ headline: event.target.value.replace(/\s*[\r\n]+\s*/g, " ") })}
				/>
			</Field>
			<NextStepChips step={log.step} onChange={(step) => change({ step })} error={problems.step} />
		</div>
	);
}
