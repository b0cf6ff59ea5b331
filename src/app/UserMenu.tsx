import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "#lib/paths.ts";
import { setPreference, usePreferences } from "#lib/preferences.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { initialsOf } from "#ui/Avatar.tsx";
import { LazyMenu } from "#ui/lazy-aria.tsx";
import { text } from "./text.ts";

const SignOut = lazy(async () => ({ default: (await import("./SignOut.tsx")).SignOut }));

/** Language, look and the way out. */
export function UserMenu() {
	const words = useWords(text);
	const { person, demonstration } = useSession();
	const { language, theme, density } = usePreferences();
	const navigate = useNavigate();
	const client = useQueryClient();
	const [isLeaving, setLeaving] = useState(false);
	const switchLanguage = () => {
		setPreference("language", language === "fr" ? "en" : "fr");
		// The titles of occupations come from the API in the language they were asked in.
		void client.invalidateQueries();
	};
	const menu = (
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
				{ id: "signOut", label: words.signOut, separated: true, onAction: () => setLeaving(true) },
			]}
		/>
	);
	return (
		<>
			{menu}
			<Suspense>{isLeaving && <SignOut onStay={() => setLeaving(false)} />}</Suspense>
		</>
	);
}
