import { useQueryClient } from "@tanstack/react-query";
import { sessionQuery } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { PasswordForm } from "./PasswordForm.tsx";
import styles from "./SignInPage.module.css";
import { StandaloneCard } from "./StandaloneCard.tsx";
import { text } from "./text.ts";
import { useEnter } from "./use-enter.ts";

/** After a temporary password: nothing else opens before one's own. */
export function ChoosePasswordPage() {
	const words = useWords(text);
	const client = useQueryClient();
	const enter = useEnter();
	const changed = async () => {
		addToast({ text: words.choosePassword.saved });
		enter(await client.fetchQuery({ ...sessionQuery, staleTime: 0 }));
	};
	return (
		<StandaloneCard title={words.choosePassword.title}>
			<p className={styles.explanation}>{words.choosePassword.explanation}</p>
			<PasswordForm currentLabel={words.choosePassword.temporary} onChanged={() => void changed()} />
		</StandaloneCard>
	);
}
