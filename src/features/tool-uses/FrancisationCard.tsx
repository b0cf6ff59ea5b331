import { type FrancisationEvent, francisationEvents, francisationOnce, type ToolUse } from "#contract/tool-uses.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { type Fact, Facts } from "#ui/Facts.tsx";
import { panelText } from "./panel-text.ts";
import styles from "./ToolUsesPanel.module.css";

type Props = { steps: readonly ToolUse[]; onAdd: ((event: FrancisationEvent) => void) | null };

/** How far the francisation of the business went: each step on its day (the last one, of what comes again) with its source, and what may come next. */
export function FrancisationCard({ steps, onAdd }: Props) {
	const words = useWords(panelText).francisation;
	const { number, prose } = useFormat();
	const { term } = useReference();
	const saidOf = (event: FrancisationEvent) => steps.filter((step) => step.event === event);
	const facts = francisationEvents.flatMap((event): Fact[] => {
		const [last, ...before] = saidOf(event);
		if (!last) return [];
		const told = [
			prose(last.occurredOn),
			last.participants !== null && words.participants(number(last.participants), last.participants),
			words.sources[last.source],
			before.length > 0 && words.more(before.length),
		];
		return [{ label: term("francisationEvent", event), value: told.filter(Boolean).join(" · ") }];
	});
	const next = francisationEvents.filter((event) => !francisationOnce.includes(event) || saidOf(event).length === 0);
	return (
		<Card title={words.title} aside={facts.length === 0 ? words.none : undefined} padded>
			<div className={styles.account}>
				{facts.length > 0 && <Facts items={facts} />}
				{onAdd && (
					<fieldset className={styles.steps}>
						<legend className="visually-hidden">{words.next}</legend>
						{next.map((event) => (
							<Button key={event} size="small" icon="plus" onClick={() => onAdd(event)}>
								{term("francisationEvent", event)}
							</Button>
						))}
					</fieldset>
				)}
			</div>
		</Card>
	);
}
