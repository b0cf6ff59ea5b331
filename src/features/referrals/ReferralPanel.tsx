import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { getReferral, type Referral } from "#contract/referrals.ts";
import { apiQuery } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useDestinationName } from "#lib/use-destination-name.ts";
import { useWords } from "#lib/words.ts";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Facts } from "#ui/Facts.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { SidePanel } from "#ui/SidePanel.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { ReferralActions } from "./ReferralActions.tsx";
import styles from "./ReferralPanel.module.css";
import { ReferralTag } from "./ReferralTag.tsx";
import { text } from "./text.ts";

/** One referral beside the list: who sent it to whom and why, what became of it, and everything that may be done with it. */
export function ReferralPanel({ id, onClose }: { id: string; onClose: () => void }) {
	const words = useWords(text);
	const may = useMay();
	const { data, error, refetch } = useQuery(apiQuery(getReferral, { params: { id } }));
	const named = data?.employerId && may("getEmployer") ? <Link to={paths.employer(data.employerId)}>{data.employerName}</Link> : data?.employerName;
	return (
		<SidePanel title={data ? (named ?? (data.countsOnly ? words.counted : words.personsNeed)) : words.panel.title} onClose={onClose}>
			{data ? (
				<Details referral={data} />
			) : error ? (
				<ErrorState
					title={words.panel.failed}
					detail={errorSentence(error)}
					requestId={error instanceof ApiError ? error.problem.requestId : undefined}
					onRetry={() => void refetch()}
				/>
			) : (
				<Skeleton shape="rows" rows={6} />
			)}
		</SidePanel>
	);
}

function Details({ referral }: { referral: Referral }) {
	const words = useWords(text).panel;
	const may = useMay();
	const { term } = useReference();
	const reason = term("referralReason", referral.reason);
	return (
		<div className={styles.stack}>
			<h3 className={styles.title}>{reason}</h3>
			<p className={styles.tags}>
				<ReferralTag {...referral} />
				{may("listHistory") && <HistoryLink to={paths.history("aiguillage", referral.id)} of={`${words.title}, ${reason}`} />}
			</p>
			<ReferralActions referral={referral} />
			{referral.note && <p className={styles.note}>{referral.note}</p>}
			<Facts stacked items={useFacts(referral)} />
		</div>
	);
}

function useFacts(referral: Referral) {
	const words = useWords(text).panel;
	const may = useMay();
	const { prose, number, list } = useFormat();
	const { term, personName } = useReference();
	const destination = useDestinationName();
	const { state, endedOn, endedById, endReason, outcome, outcomeVisitId, visitId, visitOn, contactName, acknowledgedOn, meetingOn, endNote } = referral;
	const { consentFrom, consentMethod, consentOn, persons, volets } = referral;
	const consent =
		consentFrom && consentMethod && consentOn ? words.consentSaid(words.whose[consentFrom], words.how[consentMethod], prose(consentOn)) : words.countsOnly;
	const visit = (id: string, label: string) => (may("getVisit") ? <Link to={paths.visit(id)}>{label}</Link> : label);
	return [
		{ label: words.to, value: destination(referral) },
		...(persons === null ? [] : [{ label: words.persons, value: number(persons) }]),
		...(volets.length > 0 ? [{ label: words.volets, value: list(volets.map((volet) => term("newcomerVolet", volet))) }] : []),
		...(contactName ? [{ label: words.contact, value: contactName }] : []),
		{ label: words.from, value: personName(referral.fromPersonId) },
		...(endedOn && (state === "closed" || state === "declined" || state === "withdrawn")
			? [{ label: words.ended[state], value: endedById ? words.by(prose(endedOn), personName(endedById)) : prose(endedOn) }]
			: []),
		...(outcome ? [{ label: words.outcome, value: term("referralOutcome", outcome) }] : []),
		...(outcomeVisitId ? [{ label: words.outcomeVisit, value: visit(outcomeVisitId, words.openVisit) }] : []),
		...(endReason ? [{ label: words.why, value: term(state === "declined" ? "referralDeclineReason" : "referralWithdrawReason", endReason) }] : []),
		...(endNote ? [{ label: words.endNote, value: endNote }] : []),
		...(acknowledgedOn ? [{ label: words.acknowledged, value: prose(acknowledgedOn) }] : []),
		...(meetingOn ? [{ label: words.meeting, value: prose(meetingOn) }] : []),
		{ label: words.sent, value: prose(referral.sentOn) },
		...(endedOn ? [] : [{ label: words.reply, value: prose(referral.replyExpectedOn) }]),
		...(visitId && visitOn ? [{ label: words.visit, value: visit(visitId, words.visitOf(prose(visitOn))) }] : []),
		{ label: words.consent, value: consent },
	];
}
