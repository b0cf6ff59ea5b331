import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { LabourNeed } from "#contract/labour-needs.ts";
import { suggestTools } from "#contract/tool-rules.ts";
import { apiQuery } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useRuleWords } from "#lib/tool-rules/use-rule-words.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { toolsText } from "./tools-text.ts";

/** Which tool suits what is still open of a need, and why: the rule, in words; of the Journées, the missions to come that look for it. */
export function ToolsCard({ need }: { need: LabourNeed }) {
	const words = useWords(toolsText);
	const { term } = useReference();
	const { prose } = useFormat();
	const say = useRuleWords();
	const { data, error, refetch } = useQuery(apiQuery(suggestTools, { params: { id: need.id } }));
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	return (
		<Card title={words.title} padded={!data || data.items.length === 0}>
			{!data && <Skeleton shape="rows" rows={2} />}
			{data?.items.length === 0 && <p>{need.openPosts === 0 ? words.noneOpen : words.none}</p>}
			{data && data.items.length > 0 && (
				<ItemList label={words.title}>
					{data.items.map(({ tool, rule, missions }) => (
						<Item key={rule.id} title={term("solution", tool)}>
							<div>{say(rule, { posts: need.openPosts, occupationCode: need.occupationCode })}</div>
							{missions.map(({ id, name, startsOn, registrationDeadlineOn }) => (
								<div key={id}>
									<Link to={paths.mission(id)}>{name}</Link>{" "}
									{registrationDeadlineOn ? words.until(prose(startsOn), prose(registrationDeadlineOn)) : words.on(prose(startsOn))}
								</div>
							))}
						</Item>
					))}
				</ItemList>
			)}
		</Card>
	);
}
