import type { MissionRegistration } from "#contract/mission-registrations.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import styles from "./OwnResults.module.css";
import { text } from "./text.ts";

const shown = ["applications", "interviews", "offers", "hires", "arrivals", "employed6", "employed12"] as const;

/** What came of one mission for one employer, of what it has said: what nobody knows is a dash, never a zero. Nothing before the mission has begun, unless something was said. */
export function OwnResults({ registration }: { registration: MissionRegistration }) {
	const words = useWords(text);
	const { number } = useFormat();
	const { missionName, missionStage, state, posts, results } = registration;
	const known = new Map(results.map(({ measure, value }) => [measure, value]));
	const isExpected = (missionStage === "underWay" || missionStage === "ended") && state !== "withdrawn" && state !== "invited";
	if (known.size === 0 && !isExpected) return null;
	const numbers = [{ id: "posts", value: posts }, ...shown.map((id) => ({ id, value: known.get(id) }))] as const;
	return (
		<dl className={styles.results} aria-label={words.employer.results(missionName)}>
			{numbers.map(({ id, value }) => (
				<div key={id}>
					<dt>{words.results.counts[id]}</dt>
					<dd>
						{value === undefined ? (
							<>
								<span aria-hidden="true">–</span>
								<span className="visually-hidden">{words.results.unknown}</span>
							</>
						) : (
							number(value)
						)}
					</dd>
				</div>
			))}
		</dl>
	);
}
