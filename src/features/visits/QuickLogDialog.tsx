import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { LogButtons } from "./LogButtons.tsx";
import { LogFields } from "./LogFields.tsx";
import { logText } from "./log-text.ts";
import { useQuickLog } from "./use-quick-log.ts";

type QuickLogDialogProps = {
	employer: ComboboxItem | null;
	/** Closed, or saved; `to`: the report of the visit is asked for. */
	onLeave: (to?: string) => void;
};

/** Consigner une visite over what one was looking at: a dialog on a desk, a full-screen sheet under the thumb. */
export function QuickLogDialog({ employer, onLeave }: QuickLogDialogProps) {
	const words = useWords(logText);
	const quickLog = useQuickLog(employer, onLeave);
	return (
		<Dialog title={words.title} onClose={() => onLeave()} footer={<LogButtons {...quickLog} />} keepOnBackdrop>
			<LogFields {...quickLog} />
		</Dialog>
	);
}
