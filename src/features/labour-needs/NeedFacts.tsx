import type { LabourNeed } from "#contract/labour-needs.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { Facts } from "#ui/Facts.tsx";
import { ledgerText } from "./ledger-text.ts";
import { SimplifiedSaid, WageSaid } from "./NeedHints.tsx";

/** What is asked: the conditions of the posts; what nobody noted is not listed. */
export function NeedFacts({ need }: { need: LabourNeed }) {
	const words = useWords(ledgerText);
	const { prose, plural } = useFormat();
	const { term } = useReference();
	const { hourlyWageCents, frenchLevel, permanence, startOn, schedule, requirements, vacantMonths, localEfforts, housing, recordedOn, closedOn } = need;
	const known = [
		[words.wage, hourlyWageCents === null ? words.notSaid : <WageSaid key="wage" need={need} cents={hourlyWageCents} />],
		[words.simplified, <SimplifiedSaid key="simplified" need={need} />],
		[words.french, frenchLevel === null ? words.notSaid : frenchLevel === 0 ? words.frenchNone : words.frenchLevel(frenchLevel)],
		[words.permanence, permanence && term("permanence", permanence)],
		[words.housing, housing ? term("needHousing", housing) : words.notSaid],
		[words.startOn, startOn && prose(startOn)],
		[words.schedule, schedule],
		[words.requirements, requirements],
		[words.vacant, vacantMonths !== null && plural(vacantMonths, words.months.one, words.months.other)],
		[words.efforts, localEfforts],
		[words.recordedOn, prose(recordedOn)],
		[words.closedOn, closedOn && prose(closedOn)],
	] as const;
	return (
		<Card title={words.facts} padded>
			<Facts stacked items={known.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
		</Card>
	);
}
