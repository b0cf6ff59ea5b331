import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "#lib/paths.ts";
import type { Topic } from "./topics.ts";

export type FollowTopic = (topic: Topic) => void;

/** Leads to a page of the help; in the panel, it opens there. */
export function TopicLink({ topic, onTopic, children }: { topic: Topic; onTopic?: FollowTopic; children: ReactNode }) {
	return (
		<Link
			to={paths.help(topic)}
			onClick={(event) => {
				if (!onTopic || event.ctrlKey || event.metaKey || event.shiftKey) return;
				event.preventDefault();
				onTopic(topic);
			}}
		>
			{children}
		</Link>
	);
}
