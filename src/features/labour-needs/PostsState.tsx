import type { LabourNeed } from "#contract/labour-needs.ts";
import type { NeedLedger } from "#contract/need-movements.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { ledgerText } from "./ledger-text.ts";
import styles from "./NeedPage.module.css";

type Props = { need: LabourNeed; ledger: NeedLedger | undefined; asOf: string | null; onAsOf: (day: string | null) => void };

/** Where the posts stand at the end of a day: one sentence, and a bar that is as long as what was opened. */
export function PostsState({ need, ledger, asOf, onAsOf }: Props) {
	const words = useWords(ledgerText);
	const { today } = useReference();
	return (
		<Card
			title={words.posts}
			padded
			actions={
				<div className={styles.asOf}>
					<label htmlFor="need-as-of">{words.asOf}</label>
					<DateInput id="need-as-of" value={asOf ?? today} min={need.recordedOn} max={today} onChange={(event) => onAsOf(event.target.value || null)} />
					{asOf && (
						<Button size="small" variant="quiet" onClick={() => onAsOf(null)}>
							{words.today}
						</Button>
					)}
				</div>
			}
		>
			{ledger ? <State need={need} ledger={ledger} /> : <Skeleton shape="rows" rows={2} />}
		</Card>
	);
}

function State({ need, ledger }: { need: LabourNeed; ledger: NeedLedger }) {
	const words = useWords(ledgerText);
	const { term } = useReference();
	const { number, plural, list } = useFormat();
	const { opened, cancelled, open, filledByChannel, asOf } = ledger;
	if (opened === 0) return <p className={styles.sentence}>{words.notYet}</p>;
	const taken: Partial<Record<string, string>> = words.taken;
	const by = (channel: string) => taken[channel] ?? words.takenBy(term("needChannel", channel));
	const said = filledByChannel.map(({ channel, quantity }, place) =>
		place === 0 ? words.filled(number(quantity), quantity > 1, by(channel)) : words.alsoFilled(number(quantity), by(channel)),
	);
	if (cancelled > 0) said.push(words.cancelled(number(cancelled), cancelled > 1));
	const isClosed = need.closedOn !== null && need.closedOn <= asOf;
	const parts = [
		...filledByChannel.map(({ channel, quantity }, place) => ({
			id: channel,
			label: term("needChannel", channel),
			quantity,
			fill: styles[`fill${(place % 5) + 1}`],
		})),
		{ id: "cancelled", label: words.legend.cancelled, quantity: cancelled, fill: styles.fillCancelled },
		{ id: "open", label: words.legend.open, quantity: open, fill: styles.fillOpen },
	].filter(({ quantity }) => quantity > 0);
	return (
		<div className={styles.state}>
			<p className={styles.sentence}>
				<strong>{plural(opened, words.opened.one, words.opened.other)}</strong>
				{said.length > 0 ? `\u00A0: ${list(said)}. ` : `. ${words.nothingYet} `}
				<strong>{isClosed ? words.closedSince : words.left(open, number(open))}</strong>
			</p>
			<PartsBar parts={parts} opened={opened} />
			<ul className={styles.legend}>
				{parts.map(({ id, label, quantity, fill }) => (
					<li key={id}>
						<svg width="12" height="12" aria-hidden="true">
							<rect width="12" height="12" className={fill} />
						</svg>
						{`${label}\u00A0: ${number(quantity)}`}
					</li>
				))}
			</ul>
		</div>
	);
}

type Part = { id: string; quantity: number; fill: string | undefined };

/** Drawn, not a background: browsers leave backgrounds out of print. The sentence above says the same. */
function PartsBar({ parts, opened }: { parts: Part[]; opened: number }) {
	let before = 0;
	return (
		<svg className={styles.bar} viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
			<rect width="100" height="18" className={styles.fillOpen} />
			{parts.map(({ id, quantity, fill }) => {
				const x = (before / opened) * 100;
				before += quantity;
				return <rect key={id} x={x} width={Math.max(0, (quantity / opened) * 100 - 0.25)} height="18" className={fill} />;
			})}
		</svg>
	);
}
