import { Link } from "react-router";
import type { FollowUp } from "#contract/follow-ups.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import { BriefSection } from "./BriefSection.tsx";
import { text } from "./text.ts";

/** Every open follow-up: late promises, the other promises, the rest; the soonest due first. */
export function BriefSteps({ followUps, today }: { followUps: FollowUp[]; today: string }) {
	const words = useWords(text).steps;
	const { short, list } = useFormat();
	const { personName } = useReference();
	const rank = ({ promised, dueOn }: FollowUp) => (promised ? (dueOn < today ? 0 : 1) : 2);
	const ordered = [...followUps].sort((a, b) => rank(a) - rank(b));
	return (
		<BriefSection title={words.title} none={words.none}>
			{ordered.map(({ id, title, promised, dueOn, ownerId, coOwnerIds }) => (
				<li key={id}>
					{promised && <Tag tone={dueOn < today ? "red" : undefined}>{words.promised}</Tag>}{" "}
					<Link to={paths.followUps({ suivi: id, filtre: "done==false" })}>{title}</Link>{" "}
					<span className={dueOn < today ? "strong" : "muted"}>{dueOn < today ? words.late(short(dueOn)) : words.due(short(dueOn))}</span>
					<span className="muted"> · {list([ownerId, ...coOwnerIds].map(personName))}</span>
				</li>
			))}
		</BriefSection>
	);
}
