import { useEffect } from "react";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { setPreference } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import styles from "./HelpPage.module.css";
import { HelpText } from "./HelpText.tsx";
import { latestNewsOn } from "./latest-news.ts";
import { text as news } from "./news/text.ts";
import { text } from "./text.ts";

/** What changed, day by day. Having seen it takes away the mark in the header. */
export function NewsPage() {
	const words = useWords(text);
	const { title, lead, entries } = useWords(news);
	const { prose } = useFormat();
	useEffect(() => {
		setPreference("newsSeenOn", latestNewsOn);
	}, []);
	return (
		<>
			<PageTitle title={title} sub={lead} actions={<LinkButton to={paths.help()}>{words.all}</LinkButton>} />
			{entries.map((entry, at) => (
				<section key={entry.title} className={`${styles.entry} prose`} aria-labelledby={`news-${at}`}>
					<time dateTime={entry.on} className={styles.day}>
						{prose(entry.on)}
					</time>
					<h2 id={`news-${at}`}>{entry.title}</h2>
					<ul className={styles.changes}>
						{entry.items.map((item) => (
							<li key={item}>
								<HelpText text={item} />
							</li>
						))}
					</ul>
				</section>
			))}
		</>
	);
}
