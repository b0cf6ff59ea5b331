import type { ReactNode } from "react";
import { useWords } from "#lib/words.ts";
import { text } from "../text.ts";
import styles from "./ShellLayout.module.css";

export type ShellLayoutProps = {
	header: ReactNode;
	nav: ReactNode;
	bottomBar?: ReactNode;
	/** Banners across the page, under the header. */
	banner?: ReactNode;
	/** A record opened beside the page. */
	panel?: ReactNode;
	children: ReactNode;
};

/** Header, navigation, page; `main` is where the skip link lands and where a new page puts the focus. */
export function ShellLayout({ header, nav, bottomBar, banner, panel, children }: ShellLayoutProps) {
	const words = useWords(text);
	return (
		<>
			<a href="#main" className="skip-link">
				{words.skipToContent}
			</a>
			{header}
			{banner && <section aria-label={words.notice}>{banner}</section>}
			<div className={styles.shell}>
				{nav}
				<main id="main" tabIndex={-1} className={styles.main}>
					{children}
				</main>
				{panel}
			</div>
			{bottomBar}
		</>
	);
}
