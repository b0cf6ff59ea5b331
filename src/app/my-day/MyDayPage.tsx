import { useQuery } from "@tanstack/react-query";
import type { MyDay } from "#contract/my-day.ts";
import { useWeekday } from "#lib/days.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { CalmDay } from "./CalmDay.tsx";
import { DayBoard } from "./DayBoard.tsx";
import { myDayQuery } from "./loaders.ts";
import styles from "./MyDayPage.module.css";
import { text } from "./text.ts";

const watchedIn = ({ reports, sleepingCases, wakingCases }: MyDay) => reports.total + sleepingCases.total + wakingCases.total;

/** Ma journée: what one has before oneself this morning, and what may be done with it without leaving the page. */
export function MyDayPage() {
	const words = useWords(text);
	const me = useSession().person.id;
	const { data, error, refetch } = useQuery(myDayQuery);
	return (
		<>
			<PageTitle
				title={words.title}
				sub={<Summary day={data} />}
				actions={
					<LinkButton to={paths.followUps({ filtre: `done==false;ownerId==${me}`, vue: "semaine" })} icon="day">
						{words.week}
					</LinkButton>
				}
			/>
			{data ? (
				data.visits.total + data.due.total + data.expected.total + data.referrals.total + watchedIn(data) === 0 ? (
					<CalmDay day={data} />
				) : (
					<DayBoard day={data} />
				)
			) : error ? (
				<ErrorState
					title={words.failed}
					detail={errorSentence(error)}
					requestId={error instanceof ApiError ? error.problem.requestId : undefined}
					onRetry={() => void refetch()}
				/>
			) : (
				<div className={styles.columns}>
					{[words.today.title, words.due.title, words.expected.title, words.watch.title].map((title) => (
						<Card key={title} title={title}>
							<Skeleton shape="rows" rows={4} />
						</Card>
					))}
				</div>
			)}
		</>
	);
}

/** « jeudi 26 novembre · 2 visites, 3 suivis à faire, 5 à surveiller ». */
function Summary({ day }: { day: MyDay | undefined }) {
	const words = useWords(text);
	const { today } = useReference();
	const weekday = useWeekday();
	const { dayAndMonth, list, plural } = useFormat();
	const parts = day && [
		...(day.visits.total > 0 ? [plural(day.visits.total, words.visits.one, words.visits.other)] : []),
		...(day.due.total > 0 ? [plural(day.due.total, words.dueCount.one, words.dueCount.other)] : []),
		...(watchedIn(day) > 0 ? [words.watchCount(watchedIn(day))] : []),
	];
	return [`${weekday(today)} ${dayAndMonth(today)}`, parts && parts.length > 0 && list(parts)].filter(Boolean).join(" · ");
}
