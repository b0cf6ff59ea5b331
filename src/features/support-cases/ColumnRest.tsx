import { Link } from "react-router";
import { cardsShown } from "#contract/case-board.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import styles from "./CaseBoard.module.css";
import { text } from "./text.ts";

type ColumnRestProps = { shown: number; total: number; stage: string; href: string; onMore: () => void };

/** Under the first cards of a column or of a cell: the next ones, or all of them as a list. */
export function ColumnRest({ shown, total, stage, href, onMore }: ColumnRestProps) {
	const words = useWords(text);
	const { number } = useFormat();
	return (
		<div className={styles.rest}>
			<Button size="small" onClick={onMore} aria-label={words.showMoreOf(number(Math.min(cardsShown, total - shown)), stage)}>
				{words.showMore(number(Math.min(cardsShown, total - shown)))}
			</Button>
			<Link to={href}>{words.showRest(number(total))}</Link>
		</div>
	);
}
