import type { VocabularyTerm } from "#contract/vocabularies.ts";
import { addDays } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { Item } from "#ui/ItemList.tsx";
import { Tag } from "#ui/Tag.tsx";
import { useIsPhone } from "#ui/use-media.ts";
import { text } from "./text.ts";
import { useTermChange } from "./use-term-change.ts";
import styles from "./Vocabularies.module.css";

export type TermLineProps = {
	term: VocabularyTerm;
	/** Between which it goes when it is moved; null at the ends. */
	up: number | null;
	down: number | null;
	successor: string | undefined;
	onEdit: () => void;
};

/** One term: both its names, until when it is offered, and what may be done with it. */
export function TermLine({ term, up, down, successor, onEdit }: TermLineProps) {
	const words = useWords(text);
	const language = useLanguage();
	const may = useMay();
	const isPhone = useIsPhone();
	const { prose } = useFormat();
	const { today } = useReference();
	const { change, isPending } = useTermChange();
	const [label, other] = language === "fr" ? [term.labelFr, term.labelEn] : [term.labelEn, term.labelFr];
	const isRetired = term.validTo !== null && term.validTo < today;
	const state = isRetired
		? words.retiredOn(prose(addDays(term.validTo ?? today, 1)))
		: term.validTo
			? words.retiresOn(prose(term.validTo))
			: term.validFrom > today
				? words.startsOn(prose(term.validFrom))
				: null;
	const tools = term.can.update && (
		<div className={styles.tools}>
			{up !== null && (
				<Button size="small" variant="quiet" icon="arrowUp" iconOnly busy={isPending} onClick={() => change(term, { position: up }, words.moved(label))}>
					{words.up(label)}
				</Button>
			)}
			{down !== null && (
				<Button size="small" variant="quiet" icon="arrowDown" iconOnly busy={isPending} onClick={() => change(term, { position: down }, words.moved(label))}>
					{words.down(label)}
				</Button>
			)}
			<Button size="small" variant="quiet" icon="edit" onClick={onEdit} aria-label={words.editOf(label)}>
				{words.edit}
			</Button>
			{term.can.retire &&
				(term.validTo === null ? (
					// From today on: what was recorded up to yesterday was recorded under it.
					<Button
						size="small"
						variant="quiet"
						busy={isPending}
						onClick={() => change(term, { validTo: lastDay(term.validFrom, today) }, words.retired(label))}
						aria-label={words.retireOf(label)}
					>
						{words.retire}
					</Button>
				) : (
					<Button
						size="small"
						variant="quiet"
						busy={isPending}
						onClick={() => change(term, { validTo: null, successor: null }, words.reinstated(label))}
						aria-label={words.reinstateOf(label)}
					>
						{words.reinstate}
					</Button>
				))}
			{may("listHistory") && term.version > 0 && <HistoryLink to={paths.history("terme", term.id)} of={label} />}
		</div>
	);
	return (
		<Item
			title={
				<>
					{label} {state && <Tag tone={isRetired ? "neutral" : "amber"}>{state}</Tag>}
				</>
			}
			end={!isPhone && tools}
		>
			<div>
				<span lang={language === "fr" ? "en" : "fr"}>{other}</span>
				{[...(successor ? [words.replacedBy(successor)] : []), ...(term.heldBy ? [words.held[term.heldBy]] : [])].map((said) => ` · ${said}`)}
			</div>
			{isPhone && tools}
		</Item>
	);
}

const lastDay = (from: string, today: string) => {
	const yesterday = addDays(today, -1);
	return yesterday < from ? from : yesterday;
};
