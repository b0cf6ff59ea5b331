import { updateVisit, type Visit } from "#contract/visits.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { queryClient } from "#lib/query-client.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { visitQuery } from "../queries.ts";
import { subjectName } from "../subject-name.ts";
import { text } from "../text.ts";
import { touchedByVisits } from "../touched.ts";
import styles from "./Invitation.module.css";
import type { Invitation } from "./invitation.ts";
import { isMoved, movedBody } from "./invitation-form.ts";
import { invitationText } from "./text.ts";
import { useWhen } from "./use-when.ts";

type KnownVisitProps = { visit: Visit; invitation: Invitation; onClose: () => void };

/** The visit that this invitation already is; moved when the invitation was and the report is not completed. */
export function KnownVisit({ visit, invitation, onClose }: KnownVisitProps) {
	const words = useWords(invitationText);
	const all = useWords(text);
	const { list } = useFormat();
	const when = useWhen();
	const [before, after] = [when(visit.occurredOn, visit.report.startsAt), when(invitation.day, invitation.startsAt)];
	const isOpen = visit.status === "planned" || visit.status === "draft";
	const hasMoved = !invitation.isCancelled && isMoved(visit, invitation);
	const moving = useApiMutation(updateVisit, {
		invalidates: touchedByVisits,
		onSuccess: (moved) => {
			queryClient.setQueryData(visitQuery(moved.id).queryKey, moved);
			addToast({ text: words.known.movedDone(after) });
			onClose();
		},
	});
	return (
		<div className={styles.fields}>
			<Banner tone={hasMoved || invitation.isCancelled ? "amber" : "green"} live>
				<strong>{words.known.title}</strong>
				<br />
				{words.known.same(subjectName(visit, list, all.report.andOthers), before)}
			</Banner>
			{invitation.isCancelled && isOpen && <p>{words.known.cancelled}</p>}
			{hasMoved && <p>{isOpen ? words.known.moved(before, after) : words.known.over(before)}</p>}
			{hasMoved && isOpen && visit.can.update && (
				<Button
					variant="primary"
					busy={moving.isPending}
					onClick={() => moving.mutate({ params: { id: visit.id }, body: movedBody(visit, invitation), ifMatch: visit.version, base: visit })}
				>
					{words.known.move(after)}
				</Button>
			)}
			{moving.error && (
				<Banner tone="red" live>
					{errorSentence(moving.error)}
				</Banner>
			)}
		</div>
	);
}
