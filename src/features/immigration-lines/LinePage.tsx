import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Link, useParams } from "react-router";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { Facts } from "#ui/Facts.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import styles from "./Immigration.module.css";
import { LineFollowUps } from "./LineFollowUps.tsx";
import { lineQuery } from "./lines-source.ts";
import { RetentionCard } from "./RetentionCard.tsx";
import { StateTag } from "./StateTag.tsx";
import { StepsCard } from "./StepsCard.tsx";
import { text } from "./text.ts";

const LineDialog = lazy(async () => ({ default: (await import("./LineDialog.tsx")).LineDialog }));

/** One person hired, under a label: where the steps stand, and what is known. `beside`: what other words of the house say of it. */
export function LinePage({ beside }: { beside?: (line: ImmigrationLine) => ReactNode }) {
	const words = useWords(text).page;
	const may = useMay();
	const { term } = useReference();
	const { id = "" } = useParams();
	const { data: line } = useSuspenseQuery(lineQuery(id));
	const [isEdited, setEdited] = useState(false);
	const { label, employerId, employerName, path, stream, country, occupationLabel, missionId, missionName, labourNeedId, endReason, note } = line;
	const known = [
		[words.path, term("immigrationPath", path)],
		[words.stream, stream && term("immigrationStream", stream)],
		[words.country, country ? term("missionCountry", country) : words.notSaid],
		[words.occupation, occupationLabel ?? words.notSaid],
		[words.mission, missionId && <Link to={paths.mission(missionId)}>{missionName}</Link>],
		[words.need, labourNeedId && <Link to={paths.labourNeed(labourNeedId)}>{words.seeNeed}</Link>],
		[words.endReason, endReason && term("immigrationEnd", endReason)],
		[words.note, note],
	] as const;
	return (
		<>
			<Breadcrumb items={[{ label: words.all, to: paths.immigration() }, { label }]} />
			<PageTitle
				title={label}
				sub={
					<>
						<StateTag state={line.state} endReason={endReason} /> <Link to={paths.employer(employerId)}>{employerName}</Link>
					</>
				}
				documentTitle={`${label} · ${employerName}`}
				actions={
					<>
						{may("listHistory") && <HistoryLink to={paths.history("immigration", id)} />}
						{line.can.update && may("updateImmigrationLine") && (
							<Button size="small" icon="edit" onClick={() => setEdited(true)}>
								{words.edit}
							</Button>
						)}
					</>
				}
			/>
			<div className={styles.page}>
				<div className={styles.stack}>
					<StepsCard line={line} />
					{line.startedOn !== null && may("getRetention") && <RetentionCard lineId={id} />}
				</div>
				<div className={styles.stack}>
					{beside?.(line)}
					{may("listFollowUps") && <LineFollowUps lineId={id} />}
					<Card title={words.facts} padded>
						<Facts stacked items={known.flatMap(([name, value]) => (value ? [{ label: name, value }] : []))} />
					</Card>
				</div>
			</div>
			<Suspense>{isEdited && <LineDialog line={line} onClose={() => setEdited(false)} />}</Suspense>
		</>
	);
}
