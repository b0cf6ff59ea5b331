import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { portalDelays } from "#contract/portal-accounts.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { BarList } from "#ui/charts/BarList.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./PortalPage.module.css";
import { funnelQuery } from "./portal-queries.ts";
import { portalText } from "./portal-text.ts";

/** From the account to be opened to the account that serves, and what calls for a hand; each figure opens its rows. */
export function PortalFunnel({ asOf, filter }: { asOf: string | null; filter: string }) {
	const words = useWords(portalText);
	const { number, percent } = useFormat();
	const { data, error, refetch } = useQuery({ ...funnelQuery(asOf), placeholderData: keepPreviousData });
	if (error && !data) return <ErrorState title={words.funnelFailed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	if (!data)
		return (
			<div className={styles.cards}>
				<Skeleton shape="rows" rows={5} />
				<Skeleton shape="rows" rows={5} />
			</div>
		);
	const { reached, states, gaps, dormantAfterDays } = data;
	const to = (filtre: string) => paths.portal({ filtre, ...(asOf ? { au: asOf } : {}) });
	const steps = [
		{ id: "all", filtre: "", value: reached.all, left: states.toOpen, state: "toOpen" },
		{ id: "opened", filtre: "wasOpened==true", value: reached.opened, left: states.opened, state: "opened" },
		{ id: "active", filtre: "wasActive==true", value: reached.active, left: states.dormant, state: "dormant" },
		{ id: "used", filtre: "used==true", value: reached.used, left: null, state: null },
		{ id: "offered", filtre: "hasOffer==true", value: reached.offered, left: null, state: null },
	] as const;
	const lists = [
		["lateToOpen", gaps.lateToOpen, words.gaps.lateToOpen(number(portalDelays.toOpenBusinessDays))],
		["unusedFirst", gaps.unusedFirst, words.gaps.unused(number(portalDelays.firstUseDays))],
		["unusedSecond", gaps.unusedSecond, words.gaps.unused(number(portalDelays.secondUseDays))],
		["dormant", gaps.dormant, words.gaps.dormant(number(dormantAfterDays))],
		["noOffer", gaps.noOffer, words.gaps.noOffer],
	] as const;
	const filterOf = (gap: (typeof lists)[number][0]) => (gap === "dormant" ? "state==dormant" : `${gap}==true`);
	return (
		<div className={styles.cards}>
			<Card title={words.funnel} padded className={styles.wideLabels}>
				<BarList
					summary={words.summary(
						{ all: number(reached.all), active: number(states.active), used: number(reached.used) },
						{ all: reached.all, active: states.active, used: reached.used },
					)}
					words={words.funnelWords}
					bars={steps.map(({ id, filtre, value, left, state }, index) => ({
						id,
						label: words.steps[id],
						value,
						display: number(value),
						href: to(filtre),
						highlight: filter === filtre && filtre !== "",
						secondary: index === 0 || reached.all === 0 ? "" : percent(Math.round((value / reached.all) * 100) / 100),
						tertiary: left === null || state === null ? "" : words.left[state](number(left), left),
					}))}
				/>
			</Card>
			<Card title={words.gapsTitle}>
				<ul className={styles.gaps}>
					{lists.map(([gap, value, label]) => (
						<li key={gap}>
							<Link to={to(filterOf(gap))} aria-current={filter === filterOf(gap) || undefined}>
								<span>{label}</span>
								<strong>{number(value)}</strong>
							</Link>
						</li>
					))}
				</ul>
			</Card>
		</div>
	);
}
