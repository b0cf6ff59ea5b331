import { useWords } from "#lib/words.ts";
import { LinkButton } from "./LinkButton.tsx";
import { text } from "./text.ts";

/** To who changed what, and when; with the name of the record, only the clock is drawn. */
export function HistoryLink({ to, of }: { to: string; of?: string }) {
	const words = useWords(text);
	return (
		<LinkButton to={to} size="small" variant="quiet" icon="clock" iconOnly={of !== undefined} title={of === undefined ? undefined : words.history}>
			{of === undefined ? words.history : words.historyOf(of)}
		</LinkButton>
	);
}
