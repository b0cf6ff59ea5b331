import { useQuery } from "@tanstack/react-query";
import type { MailState } from "#contract/digests.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Facts } from "#ui/Facts.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./MailPage.module.css";
import { mailText } from "./mail-text.ts";
import { mailStateQuery } from "./queries.ts";

/** Réglages, courriel: does it leave, and if not, why, in words. */
export function MailPage() {
	const words = useWords(mailText);
	const { data, error, refetch } = useQuery(mailStateQuery);
	return (
		<div className={styles.page}>
			<PageTitle title={words.title} sub={words.intro} />
			{data ? (
				data.isSetUp ? (
					<State state={data} />
				) : (
					<Card>
						<EmptyState icon="mail" title={words.off.title} text={words.off.text} />
					</Card>
				)
			) : error ? (
				<ErrorState
					title={words.failed}
					detail={errorSentence(error)}
					requestId={error instanceof ApiError ? error.problem.requestId : undefined}
					onRetry={() => void refetch()}
				/>
			) : (
				<Card title={words.today}>
					<Skeleton shape="rows" rows={3} />
				</Card>
			)}
		</div>
	);
}

function State({ state: { sent, nothing, waiting, lastSentAt, fault } }: { state: MailState }) {
	const words = useWords(mailText);
	const { number, moment } = useFormat();
	return (
		<>
			{fault ? (
				<Banner tone="red">
					{words.faultAt(moment(fault.at))} {words.faults[fault.code]} {fault.retryAt ? words.retryAt(moment(fault.retryAt)) : words.noRetry}
				</Banner>
			) : (
				lastSentAt && <Banner tone="green">{words.works}</Banner>
			)}
			<Card title={words.today} padded>
				<Facts
					items={[
						{ label: words.sent, value: number(sent) },
						{ label: words.nothing, value: number(nothing) },
						{ label: words.waiting, value: number(waiting) },
						{ label: words.lastSent, value: lastSentAt ? moment(lastSentAt) : words.never },
					]}
				/>
			</Card>
		</>
	);
}
