import type { useListState } from "#lib/list-state.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { text } from "./text.ts";

/** Nothing to show, and what to do about it. */
export function NoCase({ list }: { list: ReturnType<typeof useListState> }) {
	const words = useWords(text);
	if (list.q || list.filter)
		return <EmptyState icon="search" title={words.empty.title} text={words.empty.text} action={<Button onClick={list.clear}>{words.clear}</Button>} />;
	return (
		<EmptyState icon="cases" title={words.none.title} text={words.none.text} action={<LinkButton to={paths.employers()}>{words.none.action}</LinkButton>} />
	);
}
