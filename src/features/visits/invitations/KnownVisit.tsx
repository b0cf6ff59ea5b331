import { updateVisit, type Visit } from "#contract/visits.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { visitQuery } from "../queries.ts";
import { subjectName } from "../subject-name.ts";
import { text } from "../text.ts";
import { touchedByVisits } from "../touched.ts";
import styles from "./Invitation.module.css";
import type { Invitation } from "./invitation.ts";
import { isMoved, movedBody } from "./invitation-form.ts";
import { invitationText } from "./text.ts";
import { useWhen } from "./use-when.ts";

type KnownVisitProps = { visit: Visit; invitation: Invitation; onClose: () => void; onBack: (() => void) | undefined };

/** The visit that this invitation already is; moved when the invitation was and the report is not completed. */
export function KnownVisit({ visit, invitation, onClose, onBack }: KnownVisitProps) {
	const words = useWords(invitationText);
	const { report } = useWords(text);
	const { list } = useFormat();
	const when = useWhen();
	const [before, after] = [when(visit.occurredOn, visit.report.startsAt), when(invitation.day, invitation.startsAt)];
	const isOpen = visit.status === "planned" || visit.status === "draft";
	const hasMoved = !invitation.isCancelled && isMoved(visit, invitation);
	const canMove = hasMoved && isOpen && visit.can.update;
	const moving = useApiMutation(updateVisit, {
		invalidates: touchedByVisits,
		onSuccess: (moved) => {
			queryClient.setQueryData(visitQuery(moved.id).queryKey, moved);
			addToast({ text: words.known.movedDone(after) });
			onClose();
		},
	});
	const move = () => moving.mutate({ params: { id: visit.id }, body: movedBody(visit, invitation), ifMatch: visit.version, base: visit });
	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			footer={
				<>
					<Button onClick={onBack ?? onClose}>{onBack ? words.backToAll : words.close}</Button>
					<LinkButton to={paths.visit(visit.id)} variant={canMove ? "secondary" : "primary"} onClick={onClose}>
						{words.open}
					</LinkButton>
					{canMove && (
						<Button variant="primary" busy={moving.isPending} onClick={move}>
							{words.known.move(after)}
						</Button>
					)}
				</>
			}
		>
			<div className={styles.fields}>
				<Banner tone={hasMoved || invitation.isCancelled ? "amber" : "green"} live>
					<strong>{words.known.title}</strong>
					<br />
					{words.known.same(subjectName(visit, list, report.andOthers), before)}
				</Banner>
				{invitation.isCancelled && isOpen && <p>{words.known.cancelled}</p>}
				{hasMoved && <p>{isOpen ? words.known.moved(before, after) : words.known.over(before)}</p>}
				{moving.error && (
					<Banner tone="red" live>
						{errorSentence(moving.error)}
					</Banner>
				)}
			</div>
		</Dialog>
	);
}
