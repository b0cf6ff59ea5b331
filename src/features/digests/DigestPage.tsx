import { useQuery } from "@tanstack/react-query";
import type { Alert, Digest } from "#contract/digests.ts";
import { useWeekday } from "#lib/days.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { ItemList } from "#ui/ItemList.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { AlertItem } from "./AlertItem.tsx";
import styles from "./DigestPage.module.css";
import { MailCard } from "./MailCard.tsx";
import { digestQuery } from "./queries.ts";
import { text } from "./text.ts";
import { useSeen } from "./use-seen.ts";

/** Résumé du jour: what the e-mail of the day tells, each fact once; what is shown is seen. */
export function DigestPage() {
	const words = useWords(text);
	const { data, error, refetch } = useQuery(digestQuery);
	const isNew = useSeen(data);
	return (
		<>
			<PageTitle title={words.title} sub={data && <Summary digest={data} isNew={isNew} />} />
			{data ? (
				<div className={styles.columns}>
					<Alerts digest={data} isNew={isNew} />
					<MailCard digest={data} />
				</div>
			) : error ? (
				<ErrorState
					title={words.failed}
					detail={errorSentence(error)}
					requestId={error instanceof ApiError ? error.problem.requestId : undefined}
					onRetry={() => void refetch()}
				/>
			) : (
				<div className={styles.columns}>
					<Card title={words.news}>
						<Skeleton shape="rows" rows={6} />
					</Card>
					<Card title={words.mail.title}>
						<Skeleton shape="rows" rows={4} />
					</Card>
				</div>
			)}
		</>
	);
}

type Shown = { digest: Digest; isNew: (alert: Alert) => boolean };

/** « jeudi 26 novembre · 12 alertes, 3 nouvelles ». */
function Summary({ digest: { today, alerts }, isNew }: Shown) {
	const words = useWords(text);
	const { dayAndMonth, plural } = useFormat();
	const weekday = useWeekday();
	const fresh = alerts.filter(isNew).length;
	const counts = [
		plural(alerts.length, words.alerts.one, words.alerts.other),
		...(fresh > 0 ? [plural(fresh, words.ofWhichNew.one, words.ofWhichNew.other)] : []),
	];
	return [`${weekday(today)} ${dayAndMonth(today)}`, alerts.length > 0 && counts.join(", ")].filter(Boolean).join(" · ");
}

function Alerts({ digest: { alerts, today }, isNew }: Shown) {
	const words = useWords(text);
	const may = useMay();
	const { number } = useFormat();
	if (alerts.length === 0)
		return (
			<Card>
				<EmptyState
					icon="check"
					title={words.calm.title}
					text={words.calm.text}
					action={may("getMyDay") && <LinkButton to={paths.myDay()}>{words.calm.action}</LinkButton>}
				/>
			</Card>
		);
	const parts = [
		{ title: words.news, rows: alerts.filter(isNew) },
		{ title: words.known, rows: alerts.filter((alert) => !isNew(alert)) },
	];
	return (
		<div className={styles.alerts}>
			{parts.map(({ title, rows }, index) =>
				rows.length > 0 ? (
					<Card key={title} title={title} aside={number(rows.length)}>
						<ItemList label={title}>
							{rows.map((alert) => (
								<AlertItem key={alert.fact} alert={alert} today={today} />
							))}
						</ItemList>
					</Card>
				) : (
					index === 0 && (
						<Card key={title}>
							<p className={styles.nothing}>{words.nothingNew}</p>
						</Card>
					)
				),
			)}
		</div>
	);
}
