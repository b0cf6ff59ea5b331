import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { logText } from "./log-text.ts";
import type { QuickLog } from "./use-quick-log.ts";

/** Saved and back to what one was doing; or saved and on to the report. */
export function LogButtons({ log, save, isSending }: QuickLog) {
	const words = useWords(logText);
	const { today } = useReference();
	return (
		<>
			<Button onClick={() => save("report")} busy={isSending}>
				{words.report}
			</Button>
			<Button variant="primary" onClick={() => save("here")} busy={isSending}>
				{log.occurredOn > today ? words.plan : words.save}
			</Button>
		</>
	);
}
