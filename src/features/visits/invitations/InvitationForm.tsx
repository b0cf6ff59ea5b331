import { useEffect, useMemo, useRef } from "react";
import { useReference } from "#lib/reference.ts";
import { TextRecordContext } from "#lib/text-guard/use-text-guard.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { EmployerField } from "../EmployerField.tsx";
import styles from "./Invitation.module.css";
import type { Invitation } from "./invitation.ts";
import { invitationText } from "./text.ts";
import type { useInvitationForm } from "./use-invitation-form.ts";

type InvitationFormProps = { invitation: Invitation; form: ReturnType<typeof useInvitationForm> };

/** What was read, to be looked at before it is a visit: whom, when, where, in a line. */
export function InvitationForm({ invitation, form: { values, change, problems, guesses, isAhead } }: InvitationFormProps) {
	const words = useWords(invitationText);
	const { terms } = useReference();
	const employer = useRef<HTMLInputElement | null>(null);
	const others = guesses.filter(({ id }) => id !== values.employer?.id);
	const record = useMemo(() => ({ entity: "visit", recordId: values.id, isNew: true }), [values.id]);
	useEffect(() => {
		if (problems.employer) employer.current?.focus();
	}, [problems.employer]);
	return (
		<TextRecordContext value={record}>
			<div className={styles.fields}>
				{problems.form && (
					<Banner tone="red" live>
						{problems.form}
					</Banner>
				)}
				<p className={styles.note}>{words.staysHere}</p>
				<div className={styles.employer}>
					<EmployerField
						label={words.employer}
						required
						error={problems.employer}
						value={values.employer}
						onChange={(chosen) => change({ employer: chosen })}
						inputRef={employer}
					/>
					{others.length > 0 && (
						<ul className={styles.guesses} aria-label={words.candidates}>
							{others.map(({ id, name, detail, why }) => (
								<li key={id}>
									<Button size="small" onClick={() => change({ employer: { id, label: name, ...(detail ? { detail } : {}) } })}>
										<span className={styles.guess}>{name}</span>
									</Button>
									<span className={styles.note}>{[...(detail ? [detail] : []), words.guessed[why]].join(" · ")}</span>
								</li>
							))}
						</ul>
					)}
				</div>
				<div className={styles.pair}>
					<Field label={words.date} required error={problems.day} help={invitation.isRepeated ? words.repeated : isAhead ? undefined : words.past}>
						<DateInput value={values.day} onChange={(event) => change({ day: event.target.value })} />
					</Field>
					<Field label={words.time} optional error={problems.time}>
						<TextInput type="time" value={values.time} onChange={(event) => change({ time: event.target.value.slice(0, 5) })} />
					</Field>
				</div>
				<Segmented
					label={words.mode}
					options={terms("visitMode").filter(({ value }) => value !== "groupSession")}
					value={values.mode}
					onChange={(mode) => change({ mode })}
				/>
				<Field label={words.headline} error={problems.headline}>
					<GuardedArea
						field="headline"
						rows={2}
						maxLength={300}
						value={values.headline}
						enterKeyHint="next"
						onChange={(event) => change({ headline: event.target.value.replace(/\s*[\r\n]+\s*/g, " ") })}
					/>
				</Field>
				<Field label={words.place} optional error={problems.place}>
					<GuardedInput
						field="report.place"
						value={values.place}
						maxLength={200}
						enterKeyHint="done"
						onChange={(event) => change({ place: event.target.value })}
					/>
				</Field>
			</div>
		</TextRecordContext>
	);
}
