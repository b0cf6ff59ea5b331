import { useState } from "react";
import type { FollowUp } from "#contract/follow-ups.ts";
import { useNearDay } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./FollowUpDialog.module.css";
import { type PostponeChoice, postponeChoices } from "./postpone-choices.ts";
import { text } from "./text.ts";
import type { Postponement } from "./use-reschedule.ts";

type PostponeDialogProps = {
	followUp: FollowUp;
	/** The day chosen already, before why. */
	choice?: PostponeChoice["id"] | undefined;
	onClose: () => void;
	onPostpone: (to: Postponement) => void;
};

/** The reason given last, here and now: those of one morning are often the same. */
let lastReason = "";

/** Puts a follow-up off: a usual day or a date, and why. Enter is enough when the first of each is right. */
export function PostponeDialog({ followUp, choice: asked, onClose, onPostpone }: PostponeDialogProps) {
	const words = useWords(text).postpone;
	const { today, terms } = useReference();
	const { short } = useFormat();
	const nearDay = useNearDay(today);
	const reasons = terms("postponeReason");
	const choices = postponeChoices(today);
	const [choice, setChoice] = useState<string>(asked ?? choices[0]?.id ?? "date");
	const [day, setDay] = useState(choices[0]?.day ?? today);
	const [reason, setReason] = useState(lastReason || (reasons[0]?.value ?? ""));
	const [note, setNote] = useState("");
	const dueOn = choices.find(({ id }) => id === choice)?.day ?? day;
	const problem = dueOn === "" ? words.needsDay : dueOn <= today ? words.pastDay : null;
	const submit = () => {
		if (problem) return;
		lastReason = reason;
		onPostpone({ dueOn, postponeReason: reason || null, postponeNote: note.trim() || null });
		onClose();
	};
	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={note !== ""}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.confirm} />}
		>
			<div className={styles.stack}>
				<p className={styles.what}>
					<b>{followUp.title}</b>
					<br />
					<span className="muted">{words.of(followUp.employerName, nearDay(followUp.dueOn))}</span>
				</p>
				<Segmented
					label={words.until}
					value={choice}
					onChange={setChoice}
					options={[
						...choices.map(({ id, day: on }) => ({ value: id as string, label: `${words.choices[id]} · ${short(on)}` })),
						{ value: "date", label: words.otherDay },
					]}
				/>
				{choice === "date" && (
					<Field label={words.day} required error={problem}>
						<DateInput value={day} min={today} onChange={(event) => setDay(event.target.value)} />
					</Field>
				)}
				<Field label={words.reason}>
					<Select value={reason} options={reasons} onChange={(event) => setReason(event.target.value)} />
				</Field>
				<Field label={words.note} optional>
					<GuardedInput
						field="postponeNote"
						record={{ entity: "followUp", recordId: followUp.id }}
						value={note}
						maxLength={200}
						onChange={(event) => setNote(event.target.value)}
					/>
				</Field>
			</div>
		</Dialog>
	);
}
