import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { SidePanel } from "#ui/SidePanel.tsx";
import { Tag } from "#ui/Tag.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { HelpArticle } from "./HelpArticle.tsx";
import styles from "./HelpPage.module.css";
import { HelpSearch } from "./HelpSearch.tsx";
import { HelpTopics } from "./HelpTopics.tsx";
import { text } from "./text.ts";
import type { Topic } from "./topics.ts";
import { useArticles } from "./use-articles.ts";

export type HelpPanelProps = { /** What fits the page it was opened from. */ topic: Topic | null; hasNews: boolean; onClose: () => void };

/** The help beside the page one works on: the page stays, one may act while reading. */
export function HelpPanel({ topic: first, hasNews, onClose }: HelpPanelProps) {
	const words = useWords(text);
	const articleOf = useArticles();
	const [topic, setTopic] = useState(first);
	const [q, setQ] = useState("");
	const top = useRef<HTMLDivElement>(null);
	const box = useRef<HTMLInputElement>(null);
	const isPhone = useIsPhone();
	// On a phone the keyboard would hide what one came to read.
	useEffect(() => {
		if (!isPhone) box.current?.focus();
	}, [isPhone]);
	const open = (next: Topic | null) => {
		setTopic(next);
		setQ("");
		if (!isPhone) box.current?.focus();
		top.current?.scrollIntoView({ block: "start" });
	};
	const article = topic && q === "" ? articleOf(topic) : null;
	return (
		<SidePanel title={words.title} onClose={onClose}>
			<div ref={top} className={styles.panelHead}>
				<HelpSearch q={q} onSearch={setQ} box={box} />
				<div className={`${styles.panelLinks} prose`}>
					{article && topic ? (
						<>
							<Button variant="quiet" size="small" icon="chevronLeft" onClick={() => open(null)}>
								{words.all}
							</Button>
							<Link to={paths.help(topic)}>{words.openPage}</Link>
						</>
					) : (
						<span>
							<Link to={paths.help("quoi-de-neuf")}>{words.news}</Link> {hasNews && <Tag tone="info">{words.unseen}</Tag>}
						</span>
					)}
				</div>
			</div>
			{article ? (
				<>
					<h3 className={styles.panelTitle}>{article.title}</h3>
					<HelpArticle article={article} level={3} onTopic={open} />
				</>
			) : (
				<HelpTopics articleOf={articleOf} q={q} onTopic={open} />
			)}
		</SidePanel>
	);
}
