import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { type ArticleOf, findTopics } from "./find-topics.ts";
import styles from "./HelpPage.module.css";
import { type FollowTopic, TopicLink } from "./TopicLink.tsx";
import { text } from "./text.ts";
import { chapterNames, chapters, type Topic } from "./topics.ts";

export type HelpTopicsProps = { articleOf: ArticleOf; q: string; columns?: boolean; onTopic?: FollowTopic };

/** Every page by chapter, or those that answer what is typed. */
export function HelpTopics({ articleOf, q, columns, onTopic }: HelpTopicsProps) {
	const words = useWords(text);
	const { plural } = useFormat();
	const found = findTopics(articleOf, q);
	const isSearch = q.trim() !== "";
	return (
		<>
			<p role="status" className="visually-hidden">
				{isSearch && plural(found.length, words.found.one, words.found.other)}
			</p>
			{isSearch && found.length === 0 && <EmptyState icon="search" title={words.nothing.title} text={words.nothing.text} />}
			{isSearch && found.length > 0 && <Topics title={words.results} topics={found} articleOf={articleOf} onTopic={onTopic} />}
			{!isSearch && (
				<div className={columns ? styles.columns : styles.stack}>
					{chapterNames.map((chapter) => (
						<Topics key={chapter} title={words.chapters[chapter]} topics={chapters[chapter]} articleOf={articleOf} onTopic={onTopic} />
					))}
				</div>
			)}
		</>
	);
}

type TopicsProps = { title: string; topics: readonly Topic[]; articleOf: ArticleOf; onTopic?: FollowTopic };

function Topics({ title, topics, articleOf, onTopic }: TopicsProps) {
	return (
		<Card title={title}>
			<ItemList label={title}>
				{topics.map((topic) => (
					<Item
						key={topic}
						title={
							<TopicLink topic={topic} onTopic={onTopic}>
								{articleOf(topic).title}
							</TopicLink>
						}
					>
						{articleOf(topic).lead}
					</Item>
				))}
			</ItemList>
		</Card>
	);
}
