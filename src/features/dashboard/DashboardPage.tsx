import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Dashboard } from "#contract/dashboard.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { ApiError } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { CoverageCard } from "./CoverageCard.tsx";
import styles from "./DashboardPage.module.css";
import { DashboardSkeleton } from "./DashboardSkeleton.tsx";
import { FrancisationCard } from "./FrancisationCard.tsx";
import { FunnelCard } from "./FunnelCard.tsx";
import { figuresOf } from "./figures.ts";
import { HeatCard } from "./HeatCard.tsx";
import { ImmigrationCard } from "./ImmigrationCard.tsx";
import { MissionsCard } from "./MissionsCard.tsx";
import { NeedsCard } from "./NeedsCard.tsx";
import { PeopleCard } from "./PeopleCard.tsx";
import { PeriodBar } from "./PeriodBar.tsx";
import { PortalCard } from "./PortalCard.tsx";
import { QualityCard } from "./QualityCard.tsx";
import { dashboardQuery } from "./queries.ts";
import { RetentionCard } from "./RetentionCard.tsx";
import { SignalsCard } from "./SignalsCard.tsx";
import { SleepingCard } from "./SleepingCard.tsx";
import { StaffLine } from "./StaffLine.tsx";
import { SupportCard } from "./SupportCard.tsx";
import { TerritoryCard } from "./TerritoryCard.tsx";
import { TileRow } from "./TileRow.tsx";
import { text } from "./text.ts";
import { usePeriod } from "./use-period.ts";

/** Nothing was ever recorded: points of service and people are not figures of work. */
const isEmpty = ({ measures }: Dashboard) => measures.every(({ indicator, value }) => indicator.startsWith("I18") || !value);

/** Where the region stands, over a period and as of a day. Every number opens the list that has that many rows. */
export function DashboardPage() {
	const words = useWords(text);
	const { query } = usePeriod();
	// Another period is read over the one before: nothing jumps meanwhile.
	const { data, error, refetch, isPlaceholderData } = useQuery({ ...dashboardQuery(query), placeholderData: keepPreviousData });
	return (
		<>
			<PageTitle
				title={words.title}
				actions={
					<Button icon="print" onClick={() => window.print()}>
						{words.print}
					</Button>
				}
			/>
			{data && !(error && isPlaceholderData) ? (
				<div aria-busy={isPlaceholderData || undefined} className={isPlaceholderData ? styles.waiting : undefined}>
					<PeriodBar {...data} />
					<Figures dashboard={data} />
				</div>
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
	const mayOpenRows = may("listIndicatorRows");
	const figures = useMemo(() => figuresOf(dashboard, mayOpenRows), [dashboard, mayOpenRows]);
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
	const card = { dashboard, figures };
	const told = (id: string, noun: { one: string; other: string }) => plural(figures.value(id) ?? 0, noun.one, noun.other);
	return (
		<div className={styles.page}>
			<p className="visually-hidden">
				{words.summary(told("I02", words.employersAccompanied), told("I06", words.cases), told("I06-sleeping", words.thatSleep))}
			</p>
			<TileRow {...card} />
			<StaffLine {...card} />
			<div className={styles.charts}>
				<FunnelCard {...card} />
				{figures.has("I02") && <HeatCard {...card} />}
				{figures.has("I04") && <TerritoryCard {...card} />}
			</div>
			<div className={styles.tables}>
				<SleepingCard {...card} />
				<PeopleCard {...card} />
			</div>
			{figures.has("I09") && <MissionsCard {...card} />}
			<div className={styles.more}>
				{figures.has("I03") && <SupportCard {...card} />}
				{figures.has("I07") && <NeedsCard {...card} />}
				{figures.has("I08") && <PortalCard {...card} />}
				{figures.has("I10") && <ImmigrationCard {...card} />}
				{figures.has("I12") && <RetentionCard {...card} />}
				{figures.has("I20") && <FrancisationCard {...card} />}
				{figures.has("I22") && <SignalsCard {...card} />}
				{figures.has("I23") && <CoverageCard {...card} />}
				{figures.has("I24-employers") && <QualityCard {...card} />}
			</div>
		</div>
	);
}
