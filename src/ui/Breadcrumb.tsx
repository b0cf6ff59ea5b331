import { Link } from "react-router";
import { useWords } from "#lib/words.ts";
import styles from "./Breadcrumb.module.css";
import { text } from "./text.ts";

export type Crumb = { label: string; to?: string };

/** Where a record stands; the last crumb is the page itself. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
	const words = useWords(text);
	return (
		<nav aria-label={words.breadcrumb} className={styles.nav}>
			<ol className={styles.list}>
				{items.map((item, index) => (
					<li key={item.label} aria-current={index === items.length - 1 ? "page" : undefined}>
						{item.to && index < items.length - 1 ? (
							<Link to={item.to} className={styles.link}>
								{item.label}
							</Link>
						) : (
							item.label
						)}
					</li>
				))}
			</ol>
		</nav>
	);
}
