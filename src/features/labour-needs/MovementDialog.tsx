import { Controller } from "react-hook-form";
import type { LabourNeed } from "#contract/labour-needs.ts";
import {
	createNeedMovement,
	type NeedMovement,
	type NeedMovementKind,
	needMovementChange,
	needMovementCreation,
	needMovement as needMovementSchema,
	updateNeedMovement,
} from "#contract/need-movements.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { ledgerText } from "./ledger-text.ts";
import styles from "./NeedDialog.module.css";
import { touchedByNeed } from "./need-form.ts";

type Values = { kind: NeedMovementKind; quantity: number | null; occurredOn: string; channel: string; note: string };
const kinds = ["filled", "cancelled", "opened"] as const;

const contentOf = ({ kind, quantity, occurredOn, channel, note }: Values) => ({
	quantity: quantity as number,
	occurredOn,
	channel: kind === "filled" ? channel || null : null,
	note: note || null,
});

/** Posts filled, cancelled or opened, on a day; or a correction of what was noted of it. */
export function MovementDialog({ need, movement, onClose }: { need: LabourNeed; movement: NeedMovement | null; onClose: () => void }) {
	const words = useWords(ledgerText).form;
	const { today, terms } = useReference();
	const { number } = useFormat();
	const { id, form, base, others, show, onError, changed } = useRecordForm({
		record: movement,
		schema: needMovementSchema,
		valuesOf: (row): Values => ({
			kind: row?.kind ?? "filled",
			quantity: row?.quantity ?? null,
			occurredOn: row?.occurredOn ?? today,
			channel: row?.channel ?? "",
			note: row?.note ?? "",
		}),
		conflict: words.conflict,
	});
	const { errors, isDirty } = form.formState;
	const kind = form.watch("kind");
	const saved = (text: string) => () => {
		addToast({ text });
		onClose();
	};
	const add = useApiMutation(createNeedMovement, { invalidates: touchedByNeed, onSuccess: saved(words.added), onError });
	const correct = useApiMutation(updateNeedMovement, { invalidates: touchedByNeed, onSuccess: saved(words.corrected), onError });
	const submit = form.handleSubmit((values) => {
		if (!base) {
			const body = { id, labourNeedId: need.id, kind, ...contentOf(values) };
			if (!show(problemsOf(needMovementCreation, body))) add.mutate({ body, idempotencyKey: id });
			return;
		}
		const body = changed(contentOf);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(needMovementChange, body))) correct.mutate({ params: { id }, body, ifMatch: base.version, base });
	});
	return (
		<Dialog
			title={movement ? words.correctTitle : words.addTitle}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={add.isPending || correct.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				{!movement && (
					<Controller
						control={form.control}
						name="kind"
						render={({ field }) => <Segmented label={words.kind} {...field} options={kinds.map((value) => ({ value, label: words.kinds[value] }))} />}
					/>
				)}
				<div className={styles.pair}>
					<Field label={words.quantity} help={kind === "opened" ? undefined : words.room(number(need.openPosts))} required error={errors.quantity?.message}>
						<Controller control={form.control} name="quantity" render={({ field }) => <NumberInput {...field} data-autofocus />} />
					</Field>
					<Field label={words.day} help={movement?.isFirst ? words.firstDay : words.dayHelp} required error={errors.occurredOn?.message}>
						<DateInput {...form.register("occurredOn")} max={today} readOnly={movement?.isFirst} />
					</Field>
				</div>
				{kind === "filled" && (
					<Field label={words.channel} required error={errors.channel?.message}>
						<Select
							{...form.register("channel")}
							placeholder={words.choose}
							options={terms("needChannel", { on: form.watch("occurredOn"), held: movement?.channel })}
						/>
					</Field>
				)}
				<Field label={words.note} help={words.noteHelp} optional error={errors.note?.message}>
					<GuardedInput field="note" record={{ entity: "labourNeed", recordId: need.id }} {...form.register("note")} autoComplete="off" />
				</Field>
			</div>
		</Dialog>
	);
}
