import { type ReactNode, useState } from "react";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import type { GuardedProps } from "#ui/TextGuard.tsx";

type ReasonDialogProps = GuardedProps & {
	title: string;
	label: string;
	help: ReactNode;
	confirm: string;
	keep?: string;
	danger?: boolean;
	oneLine?: boolean;
	longest: number;
	error: string | null;
	isBusy: boolean;
	onClose: () => void;
	onConfirm: (text: string) => void;
};

/** A few words and a decision: a reason to cancel, an addendum. */
export function ReasonDialog({
	field,
	record,
	title,
	label,
	help,
	confirm,
	keep,
	danger,
	oneLine,
	longest,
	error,
	isBusy,
	onClose,
	onConfirm,
}: ReasonDialogProps) {
	const [typed, setTyped] = useState("");
	return (
		<Dialog
			title={title}
			onClose={onClose}
			onSubmit={() => !isBusy && onConfirm(typed)}
			keepOnBackdrop={typed !== ""}
			footer={
				<>
					{keep && <Button onClick={onClose}>{keep}</Button>}
					<Button type="submit" variant={danger ? "danger" : "primary"} busy={isBusy}>
						{confirm}
					</Button>
				</>
			}
		>
			<Field label={label} help={help} required error={error}>
				<GuardedArea
					field={field}
					record={record}
					value={typed}
					rows={oneLine ? 2 : 5}
					counter={longest}
					onChange={(event) => setTyped(oneLine ? event.target.value.replace(/\s*[\r\n]+\s*/g, " ") : event.target.value)}
				/>
			</Field>
		</Dialog>
	);
}
