import { useState } from "react";
import type { FollowUp } from "#contract/follow-ups.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import { actionText } from "./action-text.ts";
import styles from "./FollowUpDialog.module.css";
import { text } from "./text.ts";
import { useFollowUpChange } from "./use-follow-up-change.ts";

/** « Sans suite »: a follow-up that will not be done, and why. A series ends with it. */
export function DropDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
	const words = useWords(text).drop;
	const said = useWords(actionText);
	const { today, terms } = useReference();
	const reasons = terms("followUpCancelReason");
	const [reason, setReason] = useState(reasons[0]?.value ?? "");
	const update = useFollowUpChange((saved) => said.droppedToast(saved.title));
	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			onSubmit={() => {
				update.mutate({ params: { id: followUp.id }, body: { doneOn: today, cancelReason: reason }, ifMatch: followUp.version, base: followUp });
				onClose();
			}}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.confirm} />}
		>
			<div className={styles.stack}>
				<p className={styles.what}>
					<b>{followUp.title}</b>
				</p>
				<Field label={words.reason} help={followUp.repeatEvery ? words.series : undefined}>
					<Select value={reason} options={reasons} onChange={(event) => setReason(event.target.value)} />
				</Field>
			</div>
		</Dialog>
	);
}
