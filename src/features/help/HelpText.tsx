import { Link } from "react-router";
import { paths } from "#lib/paths.ts";
import styles from "./HelpArticle.module.css";
import { isTopic, type Topic } from "./topics.ts";

export type FollowTopic = (topic: Topic) => void;

/** A sentence with its keys to press and its links to other pages (article.ts says how they are written). */
export function HelpText({ text, onTopic }: { text: string; onTopic?: FollowTopic }) {
	return text.split(/(\{[^}]+\}|\[[^\]]+\]\([^)]+\))/).map((part, index) => {
		const key = `${index}${part}`;
		const [, keys] = /^\{(.+)\}$/.exec(part) ?? [];
		if (keys) return <HelpKeys key={key} keys={keys} />;
		const [, words, topic] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? [];
		if (!words || !isTopic(topic)) return part;
		return (
			<Link
				key={key}
				to={paths.help(topic)}
				onClick={(event) => {
					if (!onTopic || event.ctrlKey || event.metaKey || event.shiftKey) return;
					event.preventDefault();
					onTopic(topic);
				}}
			>
				{words}
			</Link>
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
