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
	const copy = () => void navigator.clipboard.writeText(password).then(() => addToast({ text: words.copied }));
	return (
		<Dialog
			title={words.title(name)}
			onClose={onClose}
			keepOnBackdrop
			footer={
				<>
					<Button icon="copy" onClick={copy}>
						{words.copy}
					</Button>
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
