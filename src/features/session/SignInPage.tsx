import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router";
import { createSession, type SessionPerson } from "#contract/session.ts";
import { useApiMutation } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { setPreference, useLanguage } from "#lib/preferences.ts";
import { sessionQuery } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Avatar } from "#ui/Avatar.tsx";
import { Button } from "#ui/Button.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Icon } from "#ui/Icon.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { peopleQuery } from "./queries.ts";
import styles from "./SignInPage.module.css";
import { text } from "./text.ts";

/** A way back must stay on this site: only a path of ours is followed. */
const safeNext = (next: string | null) => (next?.startsWith("/") && !next.startsWith("//") ? next : paths.home());

export function SignInPage() {
	const words = useWords(text);
	const language = useLanguage();
	const [search] = useSearchParams();
	const navigate = useNavigate();
	const client = useQueryClient();
	const { data } = useQuery(peopleQuery);
	const signIn = useApiMutation(createSession, {
		invalidates: [],
		onSuccess: (session) => {
			client.clear();
			client.setQueryData(sessionQuery.queryKey, session);
			void navigate(safeNext(search.get("suite")), { replace: true });
		},
		onError: (error) => addToast({ tone: "error", text: error.message }),
	});
	const people = data?.items ?? [];
	return (
		<main className={styles.page}>
			<div className={styles.card}>
				<header className={styles.header}>
					<p className={styles.product}>{words.product}</p>
					<p className={styles.tagline}>{words.tagline}</p>
					<Button
						variant="quiet"
						size="small"
						lang={language === "fr" ? "en" : "fr"}
						onClick={() => setPreference("language", language === "fr" ? "en" : "fr")}
					>
						{words.language}
					</Button>
				</header>
				<PageTitle title={words.title} />
				{people.length === 0 ? (
					<EmptyState icon="user" title={words.none} text={words.noneText} />
				) : (
					<>
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
					</>
				)}
			</div>
		</main>
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
