import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { deleteSession, listSessionPeople } from "#contract/session.ts";
import { useApiMutation } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { setPreference, usePreferences } from "#lib/preferences.ts";
import { forgetRecents } from "#lib/recents.ts";
import { rememberSignedIn, useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { initialsOf } from "#ui/Avatar.tsx";
import { LazyMenu } from "#ui/lazy-aria.tsx";
import { text } from "./text.ts";

/** Language, look and the way out. */
export function UserMenu() {
	const words = useWords(text);
	const { person, demonstration } = useSession();
	const { language, theme, density } = usePreferences();
	const navigate = useNavigate();
	const client = useQueryClient();
	const isLeaving = useRef(false);
	// The page that is left reads the session to its last moment: what was known is forgotten when it has gone.
	useEffect(
		() => () => {
			if (isLeaving.current) client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== listSessionPeople.id });
		},
		[client],
	);
	const signOut = useApiMutation(deleteSession, {
		invalidates: [],
		onSuccess: () => {
			isLeaving.current = true;
			rememberSignedIn(false);
			forgetRecents();
			void navigate(paths.signIn());
		},
	});
	const switchLanguage = () => {
		setPreference("language", language === "fr" ? "en" : "fr");
		// The titles of occupations come from the API in the language they were asked in.
		void client.invalidateQueries();
	};
	return (
		<LazyMenu
			label={
				<>
					<span aria-hidden="true">{initialsOf(person.name)}</span>
					<span className="visually-hidden">{words.user(person.name)}</span>
				</>
			}
			items={[
				...(demonstration ? [] : [{ id: "account", label: words.account, onAction: () => void navigate(paths.account()) }]),
				{ id: "help", label: words.help, onAction: () => void navigate(paths.help()) },
				{ id: "language", label: words.language, onAction: switchLanguage },
				...(["system", "light", "dark"] as const).map((value, index) => ({
					id: value,
					label: words.theme[value],
					selected: theme === value,
					separated: index === 0,
					onAction: () => setPreference("theme", value),
				})),
				...(["comfortable", "compact"] as const).map((value, index) => ({
					id: value,
					label: words.density[value],
					selected: density === value,
					separated: index === 0,
					onAction: () => setPreference("density", value),
				})),
				{ id: "signOut", label: words.signOut, separated: true, onAction: () => signOut.mutate({}) },
			]}
		/>
	);
}
