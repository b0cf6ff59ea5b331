import { useWords } from "#lib/words.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { welcomeText } from "./welcome-text.ts";

/** For the roles whose work is not here yet: says so, instead of a page full of refusals. */
export function WelcomePage() {
	const words = useWords(welcomeText);
	return (
		<>
			<PageTitle title={words.title} />
			<EmptyState icon="info" title={words.headline} text={words.text} />
		</>
	);
}
