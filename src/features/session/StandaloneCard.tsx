import type { ReactNode } from "react";
import { setPreference, useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import styles from "./SignInPage.module.css";
import { text } from "./text.ts";

/** The pages before the shell: the name of the product, the other language, one card. */
export function StandaloneCard({ title, children }: { title: string; children: ReactNode }) {
	const words = useWords(text);
	const language = useLanguage();
	const other = language === "fr" ? "en" : "fr";
	return (
		<main className={styles.page}>
			<div className={styles.card}>
				<header className={styles.header}>
					<p className={styles.product}>{words.product}</p>
					<p className={styles.tagline}>{words.tagline}</p>
					<Button variant="quiet" size="small" lang={other} onClick={() => setPreference("language", other)}>
						{words.language}
					</Button>
				</header>
				<PageTitle title={title} />
				{children}
			</div>
		</main>
	);
}
