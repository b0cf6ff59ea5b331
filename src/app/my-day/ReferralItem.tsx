import { Link } from "react-router";
import type { Referral } from "#contract/referrals.ts";
import { panelText } from "#features/referrals/panel-text.ts";
import { ReferralTag } from "#features/referrals/ReferralTag.tsx";
import { daysBetween } from "#lib/days.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { useDestinationName } from "#lib/use-destination-name.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import styles from "./DayColumn.module.css";
import type { ItemProps } from "./FollowUpItem.tsx";
import { text } from "./text.ts";

/** A referral that waits for me, or that I wait for: of whom, to whom or from whom, why. */
export function ReferralItem({ referral, href, itemProps }: { referral: Referral; href: string; itemProps: ItemProps }) {
	const words = useWords(text);
	const said = useWords(panelText);
	const me = useSession().person.id;
	const { term, personName, today } = useReference();
	const destination = useDestinationName();
	const { employerName, fromPersonId, toPersonId, reason } = referral;
	return (
		<li {...itemProps} data-href={href} aria-keyshortcuts="Enter" className={styles.item}>
			<Link to={href} className={styles.what} tabIndex={itemProps.tabIndex}>
				{employerName ?? said.personsNeed}
			</Link>
			{referral.unanswered ? (
				<Tag tone="red" icon={referral.escalated ? "warning" : undefined} title={referral.replyExpectedOn}>
					{words.lateBy(daysBetween(referral.replyExpectedOn, today))}
				</Tag>
			) : (
				<ReferralTag {...referral} />
			)}
			<span className={styles.more}>
				{[term("referralReason", reason), toPersonId === me ? said.from(personName(fromPersonId)) : said.to(destination(referral))].join(" · ")}
			</span>
		</li>
	);
}
