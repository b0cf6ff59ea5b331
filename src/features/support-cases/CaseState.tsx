import type { SupportCaseRow } from "#contract/support-cases.ts";
import { daysBetween } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import { text } from "./text.ts";

/** How long a case has stood in its stage, and whether it sleeps, waits or is closed. */
export function CaseState({ row, today }: { row: SupportCaseRow; today: string }) {
	const words = useWords(text);
	const { number, plural, prose, short } = useFormat();
	const days = daysBetween(row.stageEnteredOn, today);
	if (row.closedOn) return <span className="muted">{words.closedOn(row.closedOn)}</span>;
	if (row.pausedUntil !== null && row.pausedUntil >= today)
		return (
			<Tag tone="neutral" icon="pause" title={words.pausedUntilLong(prose(row.pausedUntil))}>
				{words.pausedUntil(short(row.pausedUntil))}
			</Tag>
		);
	if (row.sleeping)
		return (
			<Tag tone="amber" icon="moon" title={words.quietSince(prose(row.lastActivityOn))}>
				{words.sleeps(number(days))}
			</Tag>
		);
	return (
		<span className="muted" title={words.daysIn(plural(days, words.dayWords.one, words.dayWords.other))}>
			{words.days(number(days))}
		</span>
	);
}
