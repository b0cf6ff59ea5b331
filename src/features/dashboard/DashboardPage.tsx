import { useQuery } from "@tanstack/react-query";
import type { Dashboard } from "#contract/dashboard.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import styles from "./DashboardPage.module.css";
import { DashboardSkeleton } from "./DashboardSkeleton.tsx";
import { dashboardQuery } from "./dashboard-query.ts";
import { FunnelCard } from "./FunnelCard.tsx";
import { KpiRow } from "./KpiRow.tsx";
import { OccupationsCard } from "./OccupationsCard.tsx";
import { PeopleCard } from "./PeopleCard.tsx";
import { SleepingCard } from "./SleepingCard.tsx";
import { ToolUseCard } from "./ToolUseCard.tsx";
import { text } from "./text.ts";

const isEmpty = ({ openCases, openNeeds, visits90, lateFollowUps, toolUse }: Dashboard) =>
	[openCases, openNeeds, visits90, lateFollowUps, ...toolUse.map(({ employers }) => employers)].every(({ value }) => value === 0);

/** Where the region stands today. Every number opens the list that has that many rows. */
export function DashboardPage() {
	const words = useWords(text);
	const { prose } = useFormat();
	const { today } = useReference();
	const { data, error, refetch } = useQuery(dashboardQuery);
	return (
		<>
			<PageTitle
				title={words.title}
				sub={words.asOf(prose(data?.today ?? today))}
				actions={
					<Button icon="print" onClick={() => window.print()}>
						{words.print}
					</Button>
				}
			/>
			{data ? (
				<Figures dashboard={data} />
			) : error ? (
				<ErrorState
					title={words.failed}
					detail={errorSentence(error)}
					requestId={error instanceof ApiError ? error.problem.requestId : undefined}
					onRetry={() => void refetch()}
				/>
			) : (
				<DashboardSkeleton />
			)}
		</>
	);
}

function Figures({ dashboard }: { dashboard: Dashboard }) {
	const words = useWords(text);
	const { plural } = useFormat();
	const may = useMay();
	if (isEmpty(dashboard))
		return (
			<Card>
				<EmptyState
					icon="dashboard"
					title={words.none.title}
					text={words.none.text}
					action={may("createVisit") && <LinkButton to={paths.newVisit()}>{words.none.action}</LinkButton>}
				/>
			</Card>
		);
	const { openCases, sleepingCases, openPosts, openNeeds } = dashboard;
	return (
		<div className={styles.page}>
			<p className="visually-hidden">
				{words.summary(
					plural(openCases.value, words.cases.one, words.cases.other),
					plural(sleepingCases.value, words.thatSleep.one, words.thatSleep.other),
					plural(openPosts, words.posts.one, words.posts.other),
					plural(openNeeds.value, words.needs.one, words.needs.other),
				)}
			</p>
			<KpiRow dashboard={dashboard} />
			<div className={styles.charts}>
				<FunnelCard dashboard={dashboard} />
				<OccupationsCard dashboard={dashboard} />
				<ToolUseCard dashboard={dashboard} />
			</div>
			<div className={styles.tables}>
				<SleepingCard dashboard={dashboard} />
				<PeopleCard dashboard={dashboard} />
			</div>
		</div>
	);
}
