import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { declineNewcomerSupport, type ImmigrationLine } from "#contract/immigration-lines.ts";
import type { Referral } from "#contract/referrals.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useDestinationName } from "#lib/use-destination-name.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { lineSignalsQuery, signalsOfLine } from "./panel-queries.ts";
import styles from "./ReferralPanel.module.css";
import { ReferralTag } from "./ReferralTag.tsx";
import { signalText } from "./signal-text.ts";
import { touchedByReferrals } from "./touched.ts";

const SignalDialog = lazy(async () => ({ default: (await import("./SignalDialog.tsx")).SignalDialog }));
const DeclineDialog = lazy(async () => ({ default: (await import("./DeclineDialog.tsx")).DeclineDialog }));

/** Of somebody who is here: whether Accompagnement Québec was offered, and what came of it. */
export function NewcomerCard({ line }: { line: ImmigrationLine }) {
	const words = useWords(signalText).card;
	const may = useMay();
	const { prose } = useFormat();
	const [asked, setAsked] = useState<"offer" | "decline" | null>(null);
	const { newcomerAnswer: answer, newcomerOfferedOn: on } = line;
	const { data, error, refetch } = useQuery({ ...lineSignalsQuery(line.id), enabled: answer === "referred" });
	const takeBack = useApiMutation(declineNewcomerSupport, { invalidates: touchedByReferrals, onSuccess: () => addToast({ text: words.takenBack }) });
	const sent = answer === "referred" ? data?.items[0] : undefined;
	// A person who is signalled is offered nothing more, until it is over: then only if it came to nothing.
	const mayOffer =
		line.can.update && may("createReferral") && (answer === "referred" ? sent?.state === "declined" || sent?.state === "withdrawn" : answer !== "counted");
	const mayTakeBack = line.can.update && (answer === "declined" || answer === "counted") && may("declineNewcomerSupport");
	const close = () => setAsked(null);
	return (
		<Card title={words.title} padded>
			<div className={styles.stack}>
				{answer === null && <p className={styles.said}>{words.none}</p>}
				{answer === "declined" && on && <p className={styles.said}>{words.declined(prose(on))}</p>}
				{answer === "counted" && on && <p className={styles.said}>{words.counted(prose(on))}</p>}
				{answer === "referred" &&
					(sent ? (
						<SignalSaid sent={sent} lineId={line.id} />
					) : error ? (
						<ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />
					) : (
						!data && <Skeleton shape="rows" rows={2} />
					))}
				{(mayOffer || mayTakeBack) && (
					<div className={styles.actions}>
						{mayOffer && (
							<Button size="small" variant={answer === null ? "primary" : "secondary"} onClick={() => setAsked("offer")}>
								{answer === null ? words.offer : words.again}
							</Button>
						)}
						{mayOffer && answer === null && may("declineNewcomerSupport") && (
							<Button size="small" onClick={() => setAsked("decline")}>
								{words.decline}
							</Button>
						)}
						{mayTakeBack && (
							<Button
								size="small"
								variant="quiet"
								icon="undo"
								busy={takeBack.isPending}
								onClick={() => takeBack.mutate({ params: { id: line.id }, body: { declinedOn: null }, ifMatch: line.version })}
							>
								{words.takeBack}
							</Button>
						)}
					</div>
				)}
			</div>
			<Suspense>
				{asked === "offer" && <SignalDialog employerId={line.employerId} lineId={line.id} onClose={close} />}
				{asked === "decline" && <DeclineDialog line={line} onClose={close} />}
			</Suspense>
		</Card>
	);
}

/** To which point of service, by whom, and where it stands. */
function SignalSaid({ sent, lineId }: { sent: Referral; lineId: string }) {
	const words = useWords(signalText).card;
	const { prose } = useFormat();
	const { personName } = useReference();
	const destination = useDestinationName();
	return (
		<>
			<p className={styles.tags}>
				<Link to={paths.referrals({ filtre: signalsOfLine(lineId), aiguillage: sent.id })}>{destination(sent)}</Link>
				<ReferralTag {...sent} />
			</p>
			<p className={styles.said}>
				{words.referred(prose(sent.sentOn), personName(sent.fromPersonId))}
				{sent.endedOn && sent.endedById && ` · ${words.ended(prose(sent.endedOn), personName(sent.endedById))}`}
			</p>
		</>
	);
}
