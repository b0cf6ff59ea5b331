import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { removeToolRule, type ToolRule } from "#contract/tool-rules.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { rulesQuery } from "#lib/tool-rules/rules-query.ts";
import { useRuleWords } from "#lib/tool-rules/use-rule-words.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag } from "#ui/Tag.tsx";
import { touchedByRule } from "./queries.ts";
import { rulesText } from "./rules-text.ts";
import { text } from "./text.ts";

const RuleDialog = lazy(async () => ({ default: (await import("./RuleDialog.tsx")).RuleDialog }));

/** The rules by which tools are suggested for needs, each in words, in the order in which they are read. */
export function RulesCard() {
	const words = useWords(rulesText);
	const all = useWords(text);
	const { number } = useFormat();
	const { term } = useReference();
	const say = useRuleWords();
	const { data, error, refetch } = useQuery(rulesQuery);
	const [opened, setOpened] = useState<ToolRule | "new" | null>(null);
	const drop = useApiMutation(removeToolRule, { invalidates: touchedByRule, onSuccess: () => addToast({ text: words.removed }) });
	if (!data)
		return error ? <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} /> : <Skeleton shape="rows" rows={4} />;
	const add = (
		<Button size="small" icon="plus" onClick={() => setOpened("new")}>
			{words.add}
		</Button>
	);
	return (
		<>
			<Card title={words.title} aside={words.intro} actions={data.can.add && add}>
				<ItemList label={words.title}>
					{data.items.map((rule) => {
						const tool = term("solution", rule.tool);
						const rank = number(rule.rank);
						return (
							<Item
								key={rule.id}
								title={tool}
								end={
									<>
										{!rule.isActive && <Tag tone="amber">{words.off}</Tag>}
										{rule.can.update && (
											<Button size="small" variant="quiet" icon="edit" iconOnly onClick={() => setOpened(rule)}>
												{words.editOf(tool, rank)}
											</Button>
										)}
										{rule.can.remove && (
											<Button
												size="small"
												variant="quiet"
												icon="close"
												iconOnly
												onClick={() => drop.mutate({ params: { id: rule.id }, ifMatch: rule.version })}
											>
												{words.removeOf(tool, rank)}
											</Button>
										)}
									</>
								}
							>
								{say(rule)} · {words.rankOf(rank)} · {all.source(rule.source)}
							</Item>
						);
					})}
				</ItemList>
			</Card>
			<Suspense>{opened && <RuleDialog rule={opened === "new" ? null : opened} onClose={() => setOpened(null)} />}</Suspense>
		</>
	);
}
