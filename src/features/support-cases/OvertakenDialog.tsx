import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { text } from "./text.ts";
import type { CaseActions } from "./use-case-actions.ts";

/** Two people moved one case: who took it where is said, and the second chooses. */
export function OvertakenDialog({ moves }: Pick<CaseActions, "moves">) {
	const words = useWords(text).overtaken;
	const { stageLabel } = useReference();
	if (!moves.overtaken) return null;
	const { current, toStage, mover } = moves.overtaken;
	return (
		<Dialog
			title={words.title(current.employerName)}
			onClose={moves.leave}
			footer={
				<>
					<Button onClick={() => moves.request(current, toStage)} disabledReason={current.can.move ? null : words.closed}>
						{words.redo(stageLabel(toStage))}
					</Button>
					<Button variant="primary" onClick={moves.leave}>
						{words.keep(stageLabel(current.stage))}
					</Button>
				</>
			}
		>
			<p>{words.intro(mover, stageLabel(current.stage), stageLabel(toStage))}</p>
		</Dialog>
	);
}
