import { deleteToolUse, type ToolUse } from "#contract/tool-uses.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { panelText } from "./panel-text.ts";
import { touchedByUse } from "./tool-use-form.ts";

type Props = { use: ToolUse; label: string; onCorrect: (use: ToolUse) => void };

/** What one may do with a fact: correct it, take it back, read its history; one that a report tells is corrected there. */
export function UseActions({ use, label, onCorrect }: Props) {
	const words = useWords(panelText);
	const may = useMay();
	const remove = useApiMutation(deleteToolUse, {
		invalidates: touchedByUse,
		onSuccess: () => addToast({ text: words.takenBack }),
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	const name = `${label} · ${use.occurredOn}`;
	return (
		<>
			{use.visitId !== null && may("getVisit") && (
				<LinkButton to={paths.visit(use.visitId)} size="small" variant="quiet" icon="report" iconOnly title={words.ofVisit}>
					{words.openReport(name)}
				</LinkButton>
			)}
			{use.can.update && may("updateToolUse") && (
				<Button size="small" variant="quiet" icon="edit" iconOnly title={words.correct} onClick={() => onCorrect(use)}>
					{words.correctOne(name)}
				</Button>
			)}
			{use.can.delete && may("deleteToolUse") && (
				<Button
					size="small"
					variant="quiet"
					icon="undo"
					iconOnly
					title={words.takeBack}
					busy={remove.isPending}
					onClick={() => remove.mutate({ params: { id: use.id }, ifMatch: use.version })}
				>
					{words.takeBackOne(name)}
				</Button>
			)}
			{may("listHistory") && <HistoryLink to={paths.history("outil", use.id)} of={label} />}
		</>
	);
}
