import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { missionRatios, type RatioFacts, ratiosOf } from "#contract/mission-ratios.ts";
import type { MissionCompared } from "#contract/mission-results.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import table from "#ui/table.module.css";
import styles from "./Missions.module.css";
import { comparisonQuery } from "./queries.ts";
import { text } from "./text.ts";

type Line = { key: string; mission: MissionCompared["mission"]; isPublished: boolean; facts: RatioFacts };

/** A mission has a line for what the region counted and one for what was published; neither without a figure. */
function linesOf({ mission, counts }: MissionCompared): Line[] {
	const own = {
		posts: counts.posts || null,
		candidates: counts.applications,
		retained: counts.shortlisted,
		interviews: counts.interviews,
		hires: counts.hires,
	};
	const published = {
		posts: mission.publishedPosts,
		candidates: mission.publishedApplications ?? mission.publishedRegistered,
		retained: mission.publishedRetained,
		interviews: mission.publishedInterviews,
		hires: mission.publishedHires,
	};
	return [
		{ key: `${mission.id} own`, mission, isPublished: false, facts: own },
		{ key: `${mission.id} published`, mission, isPublished: true, facts: published },
	].filter(({ facts }) => Object.values(facts).some((value) => value !== null));
}

/** Missions side by side, with the public ones as benchmarks. */
export function ComparisonPage() {
	const all = useWords(text);
	const words = all.comparison;
	const { number, percent } = useFormat();
	const { data, error, refetch } = useQuery(comparisonQuery);
	const shown = (value: number | null) => (value === null ? "–" : number(value));
	const lines = (data?.items ?? []).flatMap(linesOf);
	return (
		<>
			<Breadcrumb items={[{ label: all.title, to: paths.missions() }, { label: words.title }]} />
			<PageTitle title={words.title} />
			<div className={styles.stack}>
				<p className={styles.intro}>{words.intro}</p>
				{!data && error && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
				{!data && !error && <Skeleton shape="rows" rows={8} />}
				{data && lines.length === 0 && <p>{words.none}</p>}
				{lines.length > 0 && (
					<Card>
						<section className={styles.scroll} aria-label={words.caption}>
							<table className={`${table.table} ${styles.compared}`}>
								<caption className="visually-hidden">{words.caption}</caption>
								<thead>
									<tr>
										<th scope="col">{words.mission}</th>
										<th scope="col">{words.source}</th>
										{(["posts", "candidates", "retained", "interviews", "hires"] as const).map((name) => (
											<th key={name} scope="col" className={table.number}>
												{words[name]}
											</th>
										))}
										{missionRatios.map((ratio) => (
											<th key={ratio} scope="col" className={table.number}>
												{words.ratios[ratio]}
											</th>
										))}
									</tr>
								</thead>
								<tbody>
									{lines.map(({ key, mission, isPublished, facts }) => {
										const ratios = ratiosOf(facts);
										return (
											<tr key={key}>
												<th scope="row">
													<Link to={paths.mission(mission.id, { vue: "resultats" })}>{mission.name}</Link>
												</th>
												<td data-label={words.source}>
													{isPublished ? `${words.published}${mission.source ? ` (${mission.source.split(" ")[0]})` : ""}` : words.region}
												</td>
												{(["posts", "candidates", "retained", "interviews", "hires"] as const).map((name) => (
													<td key={name} className={table.number} data-label={words[name]}>
														{shown(facts[name])}
													</td>
												))}
												{missionRatios.map((ratio) => (
													<td key={ratio} className={table.number} data-label={words.ratios[ratio]}>
														{ratios[ratio] === null ? "–" : ratio === "interviewsPerHire" ? number(ratios[ratio]) : percent(ratios[ratio])}
													</td>
												))}
											</tr>
										);
									})}
								</tbody>
							</table>
						</section>
					</Card>
				)}
			</div>
		</>
	);
}
