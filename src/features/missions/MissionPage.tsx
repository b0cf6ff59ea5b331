import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { type Mission, publishedFields } from "#contract/missions.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Facts } from "#ui/Facts.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./Missions.module.css";
import { PreparationView } from "./PreparationView.tsx";
import { missionQuery } from "./queries.ts";
import { StageTag } from "./StageTag.tsx";
import { text } from "./text.ts";

const MissionDialog = lazy(async () => ({ default: (await import("./MissionDialog.tsx")).MissionDialog }));
const ResultsView = lazy(async () => ({ default: (await import("./ResultsView.tsx")).ResultsView }));

const views = ["preparation", "resultats"] as const;

/** One mission: before it, who comes and with which posts; after it, what came of it. */
export function MissionPage() {
	const words = useWords(text);
	const { id = "" } = useParams();
	const [search, setSearch] = useSearchParams();
	const { data: mission, error, refetch } = useQuery(missionQuery(id));
	const may = useMay();
	const [isEditing, setEditing] = useState(false);
	if (!mission)
		return error ? <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} /> : <Skeleton shape="rows" rows={8} />;
	const asked = views.find((view) => view === search.get("vue"));
	const shown = asked ?? (mission.stage === "ended" ? "resultats" : "preparation");
	const show = (view: (typeof views)[number]) => setSearch(withParameters(search, { vue: view }), { replace: true, preventScrollReset: true });
	return (
		<>
			<Breadcrumb items={[{ label: words.title, to: paths.missions() }, { label: mission.name }]} />
			<PageTitle
				title={mission.name}
				documentTitle={`${mission.name}, ${words.page.views[shown].toLowerCase()}`}
				sub={mission.edition ?? undefined}
				tags={
					<>
						<StageTag stage={mission.stage} />
						{mission.isReference && <Tag tone="violet">{words.reference}</Tag>}
					</>
				}
				actions={
					<>
						{may("listHistory") && <HistoryLink to={paths.history("mission", id)} />}
						{mission.can.update && (
							<Button icon="edit" onClick={() => setEditing(true)}>
								{words.page.edit}
							</Button>
						)}
					</>
				}
			/>
			<div className={styles.stack}>
				<MissionFacts mission={mission} />
				<Segmented
					label={words.page.views.label}
					hideLabel
					compact
					value={shown}
					onChange={show}
					options={views.map((value) => ({ value, label: words.page.views[value] }))}
				/>
				{shown === "preparation" ? (
					<PreparationView mission={mission} />
				) : (
					<Suspense fallback={<Skeleton shape="rows" rows={8} />}>
						<ResultsView mission={mission} />
					</Suspense>
				)}
				<PublishedCard mission={mission} />
			</div>
			<Suspense>{isEditing && <MissionDialog mission={mission} onClose={() => setEditing(false)} />}</Suspense>
		</>
	);
}

function MissionFacts({ mission }: { mission: Mission }) {
	const all = useWords(text);
	const words = all.page.facts;
	const { list, prose } = useFormat();
	const { term, sectorLabel } = useReference();
	const { countries, sectors, registrationDeadlineOn, applicationDeadlineOn, source } = mission;
	return (
		<Card padded>
			<Facts
				items={[
					{ label: words.when, value: all.period(prose(mission.startsOn), prose(mission.endsOn)), strong: true },
					{ label: words.mode, value: all.values.mode[mission.mode] },
					{ label: words.countries, value: list(countries.map((code) => term("missionCountry", code))) || all.missing.country },
					{ label: words.sectors, value: sectors.length > 0 ? list(sectors.map(sectorLabel)) : words.allSectors },
					...(registrationDeadlineOn ? [{ label: words.registration, value: prose(registrationDeadlineOn) }] : []),
					...(applicationDeadlineOn ? [{ label: words.application, value: prose(applicationDeadlineOn) }] : []),
					...(source ? [{ label: words.source, value: source }] : []),
				]}
			/>
		</Card>
	);
}

/** Totals of all regions, where the ministry has published some. */
function PublishedCard({ mission }: { mission: Mission }) {
	const words = useWords(text);
	const { number } = useFormat();
	const known = publishedFields.flatMap((name) => {
		const value = mission[name];
		return value === null ? [] : [{ label: words.published[name], value: number(value), strong: true }];
	});
	if (known.length === 0) return null;
	return (
		<Card title={words.page.publishedTitle} padded>
			<Facts items={known} />
			<p className={styles.intro}>{words.page.publishedNote}</p>
		</Card>
	);
}
