import { type NeedLedger, type NeedMovement, removeNeedMovement } from "#contract/need-movements.ts";
import { useApiMutation } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import type { Column } from "#ui/grid/column.ts";
import { DataGrid } from "#ui/grid/DataGrid.tsx";
import { Tag } from "#ui/Tag.tsx";
import { ledgerText } from "./ledger-text.ts";
import styles from "./NeedPage.module.css";
import { touchedByNeed } from "./need-form.ts";

const tones = { opened: "info", filled: "green", cancelled: "neutral" } as const;
const signed = ({ kind, quantity }: NeedMovement) => (kind === "opened" ? quantity : -quantity);

/** What was left after each movement, by its id: they come the latest first. */
export function leftAfterEach(items: readonly NeedMovement[]): Map<string, number> {
	let left = 0;
	const after = new Map<string, number>();
	for (const movement of [...items].reverse()) {
		left += signed(movement);
		after.set(movement.id, left);
	}
	return after;
}

/** Who moved how many posts, when and by which channel; each can be corrected, and taken back while nothing hangs on it. */
export function MovementsTable({ ledger, onCorrect }: { ledger: NeedLedger | undefined; onCorrect: (movement: NeedMovement) => void }) {
	const words = useWords(ledgerText).movements;
	const columns = useColumns(ledger?.items ?? [], onCorrect);
	return (
		<DataGrid
			scroll="page"
			caption={words.caption}
			columns={columns}
			total={ledger ? ledger.items.length : 3}
			rowAt={(index) => ledger?.items[index]}
			rowKey={({ id }) => id}
			busy={!ledger}
		/>
	);
}

function useColumns(items: readonly NeedMovement[], onCorrect: (movement: NeedMovement) => void): Column<NeedMovement>[] {
	const words = useWords(ledgerText).movements;
	const { number, signed: withSign } = useFormat();
	const { term } = useReference();
	const may = useMay();
	const left = leftAfterEach(items);
	const remove = useApiMutation(removeNeedMovement, { invalidates: touchedByNeed, onSuccess: () => addToast({ text: words.removed }) });
	const what = ({ kind, quantity, occurredOn }: NeedMovement) => words.what(words.kinds[kind], number(quantity), occurredOn);
	return [
		{ id: "day", header: words.day, width: "104px", cell: ({ occurredOn }) => occurredOn },
		{ id: "kind", header: words.kind, width: "104px", cell: ({ kind }) => <Tag tone={tones[kind]}>{words.kinds[kind]}</Tag> },
		{ id: "quantity", header: words.quantity, width: "72px", align: "end", cell: (movement) => <strong>{withSign(signed(movement))}</strong> },
		{ id: "left", header: words.left, width: "64px", align: "end", hideOnPhone: true, cell: ({ id }) => number(left.get(id) ?? 0) },
		{
			id: "channel",
			header: words.channel,
			width: "minmax(150px, 1.4fr)",
			cell: ({ channel }) => channel && <span title={term("needChannel", channel)}>{term("needChannel", channel)}</span>,
		},
		{ id: "note", header: words.note, width: "minmax(90px, 1fr)", cell: ({ note }) => note && <span title={note}>{note}</span> },
		{
			id: "by",
			header: words.by,
			width: "minmax(110px, 1fr)",
			hideOnPhone: true,
			cell: ({ recordedByName }) => recordedByName ?? <span className="muted">{words.house}</span>,
		},
		{
			id: "actions",
			header: words.actions,
			width: "88px",
			isAction: true,
			cell: (movement) => (
				<span className={styles.actions}>
					{movement.can.update && may("updateNeedMovement") && (
						<Button size="small" variant="quiet" icon="edit" iconOnly onClick={() => onCorrect(movement)}>
							{words.correctOf(what(movement))}
						</Button>
					)}
					{movement.can.remove && may("removeNeedMovement") && (
						<Button
							size="small"
							variant="quiet"
							icon="undo"
							iconOnly
							busy={remove.isPending}
							onClick={() => remove.mutate({ params: { id: movement.id }, ifMatch: movement.version })}
						>
							{words.removeOf(what(movement))}
						</Button>
					)}
				</span>
			),
		},
	];
}
