import type { SupportCase } from "#contract/support-cases.ts";
import { useNearDay } from "#lib/days.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Timeline } from "#ui/Timeline.tsx";
import styles from "./CaseDetails.module.css";
import { text } from "./text.ts";

/** Every move, the latest first: append-only, cycle times are read from it. */
export function CaseHistory({ record }: { record: SupportCase }) {
	const words = useWords(text).details;
	const { stageShort, stageLabel, personName, today } = useReference();
	const nearDay = useNearDay(today);
	return (
		<section className={styles.part}>
			<h3>{words.history}</h3>
			<Timeline
				label={words.history}
				items={record.stageChanges.toReversed().map((change) => ({
					id: change.id,
					date: nearDay(change.movedOn),
					dateTime: change.movedOn,
					content: (
						<>
							<p className={styles.what}>
								{change.fromStage ? words.moved(stageShort(change.fromStage), stageShort(change.toStage)) : words.opened(stageLabel(change.toStage))}
							</p>
							{change.reason && <p>{change.reason}</p>}
							{change.movedBy && <p className="muted">{words.by(personName(change.movedBy))}</p>}
						</>
					),
				}))}
			/>
		</section>
	);
}
