import type { OfficeProgress } from "#contract/first-steps.ts";
import { useFormat } from "#lib/format.ts";
import { setPreference } from "#lib/preferences.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./FirstStepsPage.module.css";
import { text } from "./text.ts";
import { type StepLink, useStepLinks } from "./use-step-links.ts";

/** What is left to set up, each line with what there is of it and where it is done. */
export function StepList({ progress: { steps } }: { progress: OfficeProgress }) {
	const words = useWords(text);
	const links = useStepLinks();
	const isForOthers = steps.some(({ code, isDone }) => !isDone && !links[code]);
	const done = steps.filter(({ isDone }) => isDone).length;
	const hide = () => {
		setPreference("firstStepsHidden", true);
		addToast({ text: words.list.hidden });
	};
	return (
		<Card
			title={words.list.title}
			aside={words.list.left(done, steps.length)}
			actions={
				<Button variant="quiet" size="small" onClick={hide}>
					{words.list.hide}
				</Button>
			}
			footer={done === steps.length ? words.list.allDone : isForOthers && words.byOthers}
		>
			<ItemList label={words.list.title}>
				{steps.map((step) => (
					<Step key={step.code} {...step} link={links[step.code]} />
				))}
			</ItemList>
		</Card>
	);
}

type StepProps = OfficeProgress["steps"][number] & { link: StepLink | null };

function Step({ code, isDone, count, link }: StepProps) {
	const words = useWords(text);
	const { plural } = useFormat();
	const { title, text: explanation } = words.steps[code];
	const counted = count > 0 ? plural(count, words.counts[code].one, words.counts[code].other) : null;
	return (
		<Item
			lead={
				<span className={styles.state}>
					<Tag tone={isDone ? "green" : "neutral"} icon={isDone ? "check" : "clock"}>
						{isDone ? words.list.done : words.list.toDo}
					</Tag>
				</span>
			}
			title={title}
			end={
				!isDone &&
				link && (
					<LinkButton size="small" to={link.to}>
						{link.label}
					</LinkButton>
				)
			}
		>
			{counted && (isDone || code === "assigned") ? counted : explanation}
		</Item>
	);
}
