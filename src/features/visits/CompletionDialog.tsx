import { useState } from "react";
import type { ChosenFollowUp } from "#contract/chosen-follow-up.ts";
import type { FollowUpProposal } from "#contract/follow-ups.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./CompletionDialog.module.css";
import { text } from "./text.ts";

type Line = FollowUpProposal & { id: string; ownerId: string; coOwnerId: string; promised: boolean };

type CompletionDialogProps = { proposals: FollowUpProposal[]; isBusy: boolean; onClose: () => void; onConfirm: (chosen: ChosenFollowUp[]) => void };

/** Before a report is finished: what the catalogue makes of it. Each line may be changed or left out; Enter takes them as they are. */
export function CompletionDialog({ proposals, isBusy, onClose, onConfirm }: CompletionDialogProps) {
	const all = useWords(text);
	const words = all.completion;
	const { counsellorsWith } = useReference();
	const me = useSession().person.id;
	const [lines, setLines] = useState<Line[]>(() =>
		proposals.map((proposal) => ({ ...proposal, id: crypto.randomUUID(), ownerId: me, coOwnerId: "", promised: false })),
	);
	const [isTried, setTried] = useState(false);
	const set = (id: string, change: Partial<Line>) => setLines((current) => current.map((line) => (line.id === id ? { ...line, ...change } : line)));
	const chosen = lines.filter(({ isChosen }) => isChosen);
	const lacks = ({ title, dueOn }: Line) => title.trim() === "" || dueOn === "";
	const submit = () => {
		setTried(true);
		if (isBusy || chosen.some(lacks)) return;
		onConfirm(
			chosen.map(({ id, kind, title, ownerId, coOwnerId, dueOn, ruleCode, promised }) => ({
				...{ id, kind, title: title.trim(), ownerId, dueOn, ruleCode, promised },
				...(coOwnerId && coOwnerId !== ownerId ? { coOwnerIds: [coOwnerId] } : {}),
			})),
		);
	};
	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop
			size="large"
			footer={<DialogButtons cancel={words.back} onCancel={onClose} submit={words.confirm(chosen.length)} busy={isBusy} data-autofocus />}
		>
			<p className="muted">{words.help}</p>
			<ul className={styles.lines}>
				{lines.map((line) => (
					<li key={line.id} className={styles.line}>
						<Checkbox label={line.title || all.step.title} checked={line.isChosen} onChange={(event) => set(line.id, { isChosen: event.target.checked })} />
						{line.isChosen && (
							<div className={styles.fields}>
								<Field label={all.step.title} required className={styles.what} error={isTried && line.title.trim() === "" ? words.needed : undefined}>
									<GuardedInput field="followUps.title" value={line.title} maxLength={200} onChange={(event) => set(line.id, { title: event.target.value })} />
								</Field>
								<Field label={all.step.due} required error={isTried && line.dueOn === "" ? words.needed : undefined}>
									<DateInput value={line.dueOn} onChange={(event) => set(line.id, { dueOn: event.target.value })} />
								</Field>
								<Field label={all.step.owner} required>
									<Select value={line.ownerId} options={counsellorsWith(line.ownerId)} onChange={(event) => set(line.id, { ownerId: event.target.value })} />
								</Field>
								<Field label={words.with}>
									<Select
										value={line.coOwnerId}
										placeholder={words.nobody}
										options={counsellorsWith(null).filter(({ value }) => value !== line.ownerId)}
										onChange={(event) => set(line.id, { coOwnerId: event.target.value })}
									/>
								</Field>
								<Checkbox
									label={all.step.promised}
									checked={line.promised}
									className={styles.what}
									onChange={(event) => set(line.id, { promised: event.target.checked })}
								/>
							</div>
						)}
					</li>
				))}
			</ul>
		</Dialog>
	);
}
