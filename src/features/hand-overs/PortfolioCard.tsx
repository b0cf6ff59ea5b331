import { Link } from "react-router";
import { heldKinds, type Portfolio } from "#contract/hand-overs.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import styles from "./HandOver.module.css";
import { text } from "./text.ts";

/** What the person holds: each figure opens the list of it, which has that many rows; and what stays under their name. */
export function PortfolioCard({ portfolio: { personId, totals, untouched } }: { portfolio: Portfolio }) {
	const words = useWords(text);
	const { plural } = useFormat();
	const { personName } = useReference();
	const lists = {
		employers: paths.employers({ filtre: `advisorId==${personId}` }),
		supportCases: paths.supportCases({ vue: "liste", filtre: `advisorId==${personId};open==true` }),
		followUps: paths.followUps({ filtre: `ownerId==${personId};done==false` }),
		visits: paths.visits({ filtre: `adviserId==${personId};status=in=(planned,draft)` }),
		referrals: paths.referrals({ filtre: `toPersonId==${personId};open==true` }),
	};
	const count = (of: keyof typeof untouched) => plural(untouched[of], words.new[of].one, words.new[of].other);
	const isEmpty = heldKinds.every((kind) => totals[kind] === 0);
	return (
		<Card title={words.new.holds(personName(personId))} padded>
			<div className={styles.stack}>
				{isEmpty ? (
					<p>{words.new.nothing}</p>
				) : (
					<ul className={styles.figures}>
						{heldKinds.map((kind) => (
							<li key={kind}>
								<Link to={lists[kind]}>{plural(totals[kind], words.kinds[kind].one, words.kinds[kind].other)}</Link>
							</li>
						))}
					</ul>
				)}
				<p className="muted">
					{words.new.untouched} · {words.new.past(count("completedVisits"), count("closedCases"), count("doneFollowUps"), count("contacts"))}
				</p>
			</div>
		</Card>
	);
}
