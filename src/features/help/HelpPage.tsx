import { NavLink, useParams, useSearchParams } from "react-router";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { HelpArticle } from "./HelpArticle.tsx";
import styles from "./HelpPage.module.css";
import { HelpSearch } from "./HelpSearch.tsx";
import { HelpTopics } from "./HelpTopics.tsx";
import { text } from "./text.ts";
import { isTopic } from "./topics.ts";
import { useArticles } from "./use-articles.ts";

/** The help as a page: the search and every page on one side, the one that is read on the other. */
export function HelpPage() {
	const words = useWords(text);
	const articleOf = useArticles();
	const { page } = useParams();
	const [search, setSearch] = useSearchParams();
	const q = search.get("q") ?? "";
	const topic = isTopic(page) ? page : undefined;
	const article = topic && articleOf(topic);
	return (
		<>
			<PageTitle
				title={article ? article.title : words.title}
				actions={article && <LinkButton to={paths.help()}>{words.all}</LinkButton>}
				documentTitle={article ? `${words.title} · ${article.title}` : words.title}
			/>
			{article ? (
				<HelpArticle article={article} level={2} />
			) : (
				<>
					<div className={styles.bar}>
						<HelpSearch q={q} onSearch={(typed) => setSearch(typed ? { q: typed } : {}, { replace: true })} />
						<NavLink to={paths.help("quoi-de-neuf")}>{words.news}</NavLink>
					</div>
					<HelpTopics articleOf={articleOf} q={q} columns />
				</>
			)}
		</>
	);
}
