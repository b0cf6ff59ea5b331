import type { DataImport } from "#contract/imports.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { text } from "./text.ts";
import type { ImportActions } from "./use-import-actions.ts";

/** What may still be done once it is over. */
export function ResultActions({ data, actions }: { data: DataImport; actions: ImportActions }) {
	const words = useWords(text).result;
	const may = useMay();
	return (
		<>
			{data.can.undo && (
				<Button icon="undo" busy={actions.isPending} onClick={actions.undo} title={words.undoHelp}>
					{words.undo}
				</Button>
			)}
			{data.state === "applied" && data.can.apply && (
				<Button variant="primary" busy={actions.isPending} onClick={actions.apply}>
					{words.applyMatched}
				</Button>
			)}
			{data.state !== "applied" && may("createImport") && (
				<LinkButton variant="primary" to={paths.newImport()}>
					{words.again}
				</LinkButton>
			)}
		</>
	);
}
