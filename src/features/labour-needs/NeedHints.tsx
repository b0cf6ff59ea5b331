import type { LabourNeed } from "#contract/labour-needs.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import { ledgerText } from "./ledger-text.ts";
import styles from "./NeedPage.module.css";

function Validation({ isValidated }: { isValidated: boolean }) {
	const words = useWords(ledgerText);
	return isValidated ? null : <Tag tone="amber">{words.toValidate}</Tag>;
}

/** The wage, and on which side of the threshold of the need's day it stands. */
export function WageSaid({ need: { wageHint, recordedOn }, cents }: { need: LabourNeed; cents: number }) {
	const words = useWords(ledgerText);
	const { money } = useFormat();
	return (
		<>
			{words.hourly(money(cents))}
			<span className={styles.hint}>{wageHint ? words[wageHint.side](recordedOn, money(cents), money(wageHint.thresholdCents)) : words.noThreshold}</span>
			{wageHint && (
				<span className={styles.hint}>
					{words.thresholdOf(wageHint.validFrom)} <Validation isValidated={wageHint.isValidated} />
				</span>
			)}
		</>
	);
}

/** Whether the occupation is in the list of the need's day. An excerpt says who is in it, never who is not. */
export function SimplifiedSaid({ need: { simplifiedHint } }: { need: LabourNeed }) {
	const words = useWords(ledgerText);
	if (!simplifiedHint) return words.noList;
	const { isListed, validFrom, isValidated } = simplifiedHint;
	const said = isListed ? words.listed : isValidated ? words.notListed : words.notInExcerpt;
	return (
		<>
			{said(validFrom)} <Validation isValidated={isValidated} />
		</>
	);
}
