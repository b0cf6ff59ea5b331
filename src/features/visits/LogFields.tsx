import { useEffect, useMemo, useRef, useState } from "react";
import { useReference } from "#lib/reference.ts";
import { TextRecordContext } from "#lib/text-guard/use-text-guard.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { AlreadyLogged } from "./AlreadyLogged.tsx";
import { DayButton } from "./DayButton.tsx";
import { EmployerField } from "./EmployerField.tsx";
import { EmployersAtHand } from "./EmployersAtHand.tsx";
import { logText } from "./log-text.ts";
import { NextStepChips } from "./NextStepChips.tsx";
import styles from "./QuickLog.module.css";
import type { QuickLog } from "./use-quick-log.ts";

/** Employer, type, date, one line, next step: what is known in the parking lot. */
export function LogFields({ log, change, awaitEmployer, problems, isRestored, startOver, leave }: QuickLog) {
	const words = useWords(logText);
	const { terms, today } = useReference();
	const employer = useRef<HTMLInputElement | null>(null);
	const [isEmployerKnown] = useState(log.employer !== null);
	const day = useRef<HTMLButtonElement>(null);
	const headline = useRef<HTMLTextAreaElement>(null);

	useEffect(() => {
		if (problems.employer) employer.current?.focus();
	}, [problems.employer]);
	useEffect(() => {
		// Opened from an employer's page: the first thing left to say is the line.
		if (isEmployerKnown) headline.current?.focus();
	}, [isEmployerKnown]);

	const record = useMemo(() => ({ entity: "visit", recordId: log.id, isNew: true }), [log.id]);
	return (
		<TextRecordContext value={record}>
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
								{words.startOver}
							</Button>
						}
					>
						{words.restored}
					</Banner>
				)}
				<div className={styles.employer}>
					<EmployerField
						label={words.employer}
						error={problems.employer}
						value={log.employer}
						onChange={(chosen) => change({ employer: chosen })}
						onEntered={() => day.current?.focus()}
						onAwaited={awaitEmployer}
						inputRef={employer}
						takesFocus={!isEmployerKnown}
					/>
					{!log.employer && (
						<EmployersAtHand
							onChoose={(chosen) => {
								change({ employer: chosen });
								day.current?.focus();
							}}
						/>
					)}
				</div>
				<Segmented label={words.mode} options={terms("visitMode")} value={log.mode} onChange={(mode) => change({ mode })} error={problems.mode} />
				<DayButton
					value={log.occurredOn}
					onChange={(occurredOn) => change({ occurredOn })}
					help={log.occurredOn > today ? words.becomesPlan : undefined}
					error={problems.occurredOn}
					buttonRef={day}
				/>
				{log.employer && <AlreadyLogged employerId={log.employer.id} occurredOn={log.occurredOn} onLeave={leave} />}
				<Field label={words.headline} error={problems.headline}>
					<GuardedArea
						field="headline"
						ref={headline}
						rows={2}
						maxLength={300}
						value={log.headline}
						placeholder={words.headlineHint}
						enterKeyHint="next"
						autoCapitalize="sentences"
						onChange={(event) => change({ headline: event.target.value.replace(/\s*[\r\n]+\s*/g, " ") })}
					/>
				</Field>
				<NextStepChips step={log.step} onChange={(step) => change({ step })} error={problems.step} />
			</div>
		</TextRecordContext>
	);
}
