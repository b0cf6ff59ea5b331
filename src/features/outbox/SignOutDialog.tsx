import { useState } from "react";
import { saveFile } from "#lib/download.ts";
import { useFormat } from "#lib/format.ts";
import { outboxOf } from "#lib/outbox/start.ts";
import { type Unsent, unsentHere } from "#lib/outbox/unsent.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { text } from "./text.ts";

type SignOutDialogProps = { unsent: Unsent; onStay: () => void; onLeave: () => void };

/** Signing out erases what is on the device: what is unsent is sent, kept or taken away first. */
export function SignOutDialog({ unsent: before, onStay, onLeave }: SignOutDialogProps) {
	const all = useWords(text);
	const words = all.leaving;
	const { plural, list } = useFormat();
	const [unsent, setUnsent] = useState(before);
	const [isSending, setSending] = useState(false);
	const [isExported, setExported] = useState(false);
	const sync = async () => {
		setSending(true);
		await (await outboxOf())?.flush();
		const left = await unsentHere();
		setSending(false);
		if (left === null) return onLeave();
		setUnsent(left);
		if (left.items.length > 0) addToast({ tone: "warning", text: all.notSynced });
	};
	const save = () => {
		saveFile(new Blob([JSON.stringify(unsent, null, "\t")], { type: "application/json" }), words.file);
		setExported(true);
	};
	const left = [
		...(unsent.items.length > 0 ? [plural(unsent.items.length, words.items.one, words.items.other)] : []),
		...(unsent.drafts.length > 0 ? [plural(unsent.drafts.length, words.drafts.one, words.drafts.other)] : []),
	];
	return (
		<Dialog
			title={words.title}
			onClose={onStay}
			keepOnBackdrop
			footer={
				<>
					<Button onClick={onStay}>{words.stay}</Button>
					<Button onClick={save}>{words.export}</Button>
					{isExported ? (
						<Button variant="danger" onClick={onLeave}>
							{words.leave}
						</Button>
					) : (
						unsent.items.length > 0 && (
							<Button variant="primary" data-autofocus onClick={() => void sync()} busy={isSending}>
								{all.sync}
							</Button>
						)
					)}
				</>
			}
		>
			<p className="strong">{list(left)}</p>
			<p>{isExported ? words.exported : words.text}</p>
		</Dialog>
	);
}
