import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { text } from "./text.ts";

export function NotFoundPage() {
	const words = useWords(text).notFound;
	return (
		<>
			<PageTitle title={words.title} />
			<EmptyState icon="search" title={words.title} text={words.text} action={<LinkButton to={paths.employers()}>{words.action}</LinkButton>} />
		</>
	);
}
