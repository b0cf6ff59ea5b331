import type { DataImport } from "#contract/imports.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { text } from "./text.ts";
import type { ImportActions } from "./use-import-actions.ts";

/** Everything is checked and nothing is written: apply, correct, or give up. */
export function CheckActions({ data, actions }: { data: DataImport; actions: ImportActions }) {
	const words = useWords(text);
	const { number } = useFormat();
	const { create, update } = data.counts;
	const counted = [create > 0 && words.check.toCreate(number(create), create), update > 0 && words.check.toUpdate(number(update), update)].filter(Boolean);
	return (
		<>
			{data.can.cancel && (
				<Button busy={actions.isPending} onClick={actions.cancel}>
					{words.head.giveUp}
				</Button>
			)}
			{(data.can.apply || data.can.change) && (
				<Button
					variant="primary"
					busy={actions.isPending || data.state === "checking"}
					disabledReason={data.can.apply ? null : words.check.nothing}
					onClick={actions.apply}
					title={counted.join(", ") || undefined}
				>
					{words.check.apply}
				</Button>
			)}
		</>
	);
}
