import { Link } from "react-router";
import type { FollowUp } from "#contract/follow-ups.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** Where a follow-up comes from, with the way there. */
export function OriginLine({ followUp: { origin, visitId, visitOn } }: { followUp: Pick<FollowUp, "origin" | "visitId" | "visitOn"> }) {
	const words = useWords(text);
	const { short } = useFormat();
	if (!visitId || !visitOn) return words.origins[origin];
	const visit = <Link to={paths.visit(visitId)}>{words.ofVisit(short(visitOn))}</Link>;
	return (
		<span className="prose">
			{origin !== "visit" && `${words.origins[origin]} · `}
			{visit}
		</span>
	);
}
