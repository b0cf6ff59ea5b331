import { useQuery } from "@tanstack/react-query";
import { createSession, type SessionPerson } from "#contract/session.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Avatar } from "#ui/Avatar.tsx";
import { Icon } from "#ui/Icon.tsx";
import { peopleQuery } from "./people-query.ts";
import { SignInForm } from "./SignInForm.tsx";
import styles from "./SignInPage.module.css";
import { StandaloneCard } from "./StandaloneCard.tsx";
import { text } from "./text.ts";
import { useEnter } from "./use-enter.ts";

/** The door: an account, or a person of the demonstration. */
export function SignInPage() {
	const words = useWords(text);
	const enter = useEnter();
	const { data } = useQuery(peopleQuery);
	const signIn = useApiMutation(createSession, {
		invalidates: [],
		onSuccess: enter,
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	const people = data?.items ?? [];
	if (people.length === 0)
		return (
			<StandaloneCard title={words.title}>
				<SignInForm onSignedIn={enter} />
			</StandaloneCard>
		);
	return (
		<StandaloneCard title={words.title}>
			<p className={styles.choose}>{words.choose}</p>
			<p className={styles.explanation}>{words.explanation}</p>
			<ul className={styles.people}>
				{people.map((person) => (
					<Person
						key={person.id}
						person={person}
						role={words.roles[person.role]}
						isBusy={signIn.isPending}
						onChoose={() => signIn.mutate({ body: { personId: person.id } })}
					/>
				))}
			</ul>
		</StandaloneCard>
	);
}

function Person({ person, role, isBusy, onChoose }: { person: SessionPerson; role: string; isBusy: boolean; onChoose: () => void }) {
	return (
		<li>
			<button type="button" className={styles.person} onClick={onChoose} disabled={isBusy}>
				<Avatar name={person.name} size="medium" decorative />
				<span className={styles.name}>{person.name}</span>
				<span className={styles.role}>{role}</span>
				<Icon name="chevronRight" size={18} />
			</button>
		</li>
	);
}
