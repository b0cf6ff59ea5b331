import { Icon } from "#ui/Icon.tsx";
import type { Article, Block } from "./article.ts";
import styles from "./HelpArticle.module.css";
import { HelpKeys, HelpText } from "./HelpText.tsx";
import type { FollowTopic } from "./TopicLink.tsx";

/** One page of the help, without its title: the page and the panel each have theirs. */
export function HelpArticle({ article, level, onTopic }: { article: Article; level: 2 | 3; onTopic?: FollowTopic }) {
	return (
		<div className={`${styles.article} prose`}>
			<p className={styles.lead}>{article.lead}</p>
			{article.body.map((block) => (
				<HelpBlock key={JSON.stringify(block)} block={block} level={level} onTopic={onTopic} />
			))}
		</div>
	);
}

function HelpBlock({ block, level, onTopic }: { block: Block; level: 2 | 3; onTopic?: FollowTopic }) {
	const Heading = `h${level}` as const;
	if (typeof block === "string")
		return (
			<p>
				<HelpText text={block} onTopic={onTopic} />
			</p>
		);
	if ("heading" in block) return <Heading className={styles.heading}>{block.heading}</Heading>;
	if ("note" in block)
		return (
			<p className={styles.note}>
				<Icon name="info" size={16} />
				<span>
					<HelpText text={block.note} onTopic={onTopic} />
				</span>
			</p>
		);
	if ("keys" in block)
		return (
			<dl className={styles.keys}>
				{block.keys.map(([keys, meaning]) => (
					<div key={keys}>
						<dt>
							<HelpKeys keys={keys} />
						</dt>
						<dd>{meaning}</dd>
					</div>
				))}
			</dl>
		);
	const List = "steps" in block ? "ol" : "ul";
	return (
		<List className={styles.list}>
			{("steps" in block ? block.steps : block.list).map((item) => (
				<li key={item}>
					<HelpText text={item} onTopic={onTopic} />
				</li>
			))}
		</List>
	);
}
