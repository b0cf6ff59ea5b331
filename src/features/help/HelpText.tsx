import styles from "./HelpArticle.module.css";
import { type FollowTopic, TopicLink } from "./TopicLink.tsx";
import { isTopic } from "./topics.ts";

/** A sentence with its keys to press and its links to other pages (article.ts says how they are written). */
export function HelpText({ text, onTopic }: { text: string; onTopic?: FollowTopic }) {
	return text.split(/(\{[^}]+\}|\[[^\]]+\]\([^)]+\))/).map((part, index) => {
		const key = `${index}${part}`;
		const [, keys] = /^\{(.+)\}$/.exec(part) ?? [];
		if (keys) return <HelpKeys key={key} keys={keys} />;
		const [, words, topic] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? [];
		if (!words || !isTopic(topic)) return part;
		return (
			<TopicLink key={key} topic={topic} onTopic={onTopic}>
				{words}
			</TopicLink>
		);
	});
}

/** `Ctrl+K`: each key in its box. */
export function HelpKeys({ keys }: { keys: string }) {
	return keys.split("+").map((name, index) => (
		<span key={name}>
			{index > 0 && " + "}
			<kbd className={styles.key}>{name.trim()}</kbd>
		</span>
	));
}
