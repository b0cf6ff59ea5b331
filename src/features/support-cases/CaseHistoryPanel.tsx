import { useQuery } from "@tanstack/react-query";
import { getSupportCase, type SupportCase, type SupportCaseRow } from "#contract/support-cases.ts";
import { apiQuery } from "#lib/api.ts";
import { useNearDay } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { Facts } from "#ui/Facts.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { Timeline } from "#ui/Timeline.tsx";
import { CaseSequel } from "./CaseSequel.tsx";
import { CaseState } from "./CaseState.tsx";
import { panelText } from "./panel-text.ts";
import { ReopenButton } from "./ReopenButton.tsx";
import styles from "./SupportCasesPanel.module.css";

/** One case: where it stands, and the append-only history of its stages. */
export function CaseHistoryPanel({ row }: { row: SupportCaseRow }) {
	const words = useWords(panelText);
	const { stageLabel, personName, term, today } = useReference();
	const { prose, number } = useFormat();
	const { data } = useQuery(apiQuery(getSupportCase, { params: { id: row.id } }));
	const isOpen = row.closedOn === null;
	return (
		<Card
			title={
				<span className={styles.heading}>
					{stageLabel(row.stage)}
					{/* An employer may have had two that ended alike: their day tells them apart, for who hears. */}
					<span className="visually-hidden">, {words.of(prose(row.openedOn))}</span>
					{isOpen && <CaseState row={row} today={today} />}
				</span>
			}
			actions={
				isOpen && (
					<LinkButton size="small" to={paths.supportCases({ dossier: row.id })}>
						{words.board}
					</LinkButton>
				)
			}
		>
			<div className={styles.facts}>
				<Facts
					items={[
						{ label: words.openedOn, value: prose(row.openedOn) },
						{ label: words.advisor, value: row.advisorId ? personName(row.advisorId) : words.nobody },
						{ label: words.posts, value: number(row.openPosts) },
					]}
				/>
				{row.closedOn && data?.closeReason && <p className="muted">{words.closedOn(prose(row.closedOn), term("closeReason", data.closeReason))}</p>}
			</div>
			{data && <CaseSequel record={data} />}
			{data && <ReopenButton record={data} />}
			{data ? <History record={data} /> : <Skeleton shape="rows" rows={3} />}
		</Card>
	);
}

function History({ record }: { record: SupportCase }) {
	const words = useWords(panelText);
	const { stageLabel, personName, today } = useReference();
	const nearDay = useNearDay(today);
	const changes = record.stageChanges.toReversed();
	return (
		<Timeline
			label={words.history}
			items={changes.map((change) => ({
				id: change.id,
				date: nearDay(change.movedOn),
				dateTime: change.movedOn,
				content: (
					<>
						<div>
							{change.fromStage === null ? (
								<span className="muted">{words.start} </span>
							) : (
								<>
									<s className="muted">{stageLabel(change.fromStage)}</s> <span className="visually-hidden">{words.to} </span>
								</>
							)}
							<span aria-hidden="true">→ </span>
							<strong>{stageLabel(change.toStage)}</strong>
							{change.reason && ` · ${change.reason}`}
						</div>
						{change.movedBy && <div className="muted">{personName(change.movedBy)}</div>}
					</>
				),
			}))}
		/>
	);
}
