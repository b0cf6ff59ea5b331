import { useFormat } from "#lib/format.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Field } from "#ui/Field.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./PersonDialog.module.css";
import { text } from "./text.ts";

type TemporaryPasswordDialogProps = { name: string; password: string; validUntil: string; onClose: () => void };

/** Shown once, to be read out or copied. */
export function TemporaryPasswordDialog({ name, password, validUntil, onClose }: TemporaryPasswordDialogProps) {
	const words = useWords(text).password;
	const { moment } = useFormat();
	/** Only a safe connection may write to the clipboard, and a browser may refuse: then one reads it, it is there. */
	const canCopy = "clipboard" in navigator;
	const copy = () =>
		void navigator.clipboard.writeText(password).then(
			() => addToast({ text: words.copied }),
			() => addToast({ tone: "error", text: words.notCopied }),
		);
	return (
		<Dialog
			title={words.title(name)}
			onClose={onClose}
			keepOnBackdrop
			footer={
				<>
					{canCopy && (
						<Button icon="copy" onClick={copy}>
							{words.copy}
						</Button>
					)}
					<Button variant="primary" onClick={onClose}>
						{words.done}
					</Button>
				</>
			}
		>
			<div className={styles.stack}>
				<p>{words.explanation}</p>
				<Field label={words.label} help={words.until(moment(validUntil))}>
					<TextInput readOnly value={password} className={styles.password} onFocus={({ currentTarget }) => currentTarget.select()} />
				</Field>
			</div>
		</Dialog>
	);
}
