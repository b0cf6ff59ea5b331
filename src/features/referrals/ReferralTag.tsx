import type { Referral } from "#contract/referrals.ts";
import { useNearDay } from "#lib/days.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import { panelText } from "./panel-text.ts";

const tones = { sent: "info", acknowledged: "violet", closed: "green", declined: "amber", withdrawn: "neutral" } as const;

type ReferralTagProps = Pick<Referral, "state" | "unanswered" | "escalated" | "replyExpectedOn" | "meetingOn">;

/** Where it stands, in words: an open one says first what is late, then the meeting that is planned. */
export function ReferralTag({ state, unanswered, escalated, replyExpectedOn, meetingOn }: ReferralTagProps) {
	const { tags } = useWords(panelText);
	const { today } = useReference();
	const nearDay = useNearDay(today);
	if (unanswered)
		return (
			<Tag tone="red" icon={escalated ? "warning" : undefined} title={replyExpectedOn}>
				{(escalated ? tags.escalated : tags.unanswered)(nearDay(replyExpectedOn))}
			</Tag>
		);
	if (state === "acknowledged" && meetingOn)
		return (
			<Tag tone={tones.acknowledged} title={meetingOn}>
				{tags.meeting(nearDay(meetingOn))}
			</Tag>
		);
	return (
		<Tag tone={tones[state]} icon={state === "closed" ? "check" : undefined}>
			{tags[state]}
		</Tag>
	);
}
