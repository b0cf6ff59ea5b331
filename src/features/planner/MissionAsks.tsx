import type { Mission } from "#contract/missions.ts";
import { daysBetween } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import styles from "./Planner.module.css";
import { text } from "./text.ts";

/** The last days in which one is told of a deadline as of an alert. */
const soonDays = 14;

/** Whom the mission looks for, and until when one may register. */
export function MissionAsks({ mission }: { mission: Mission }) {
	const words = useWords(text);
	const { list, number, plural, prose } = useFormat();
	const { sectorLabel, today } = useReference();
	const { occupationCodes, sectors, frenchLevel, registrationDeadlineOn } = mission;
	const asked = [
		occupationCodes.length > 0 && words.occupations(list(occupationCodes)),
		sectors.length > 0 && list(sectors.map(sectorLabel)),
		frenchLevel !== null && words.french(number(frenchLevel)),
	].filter(Boolean);
	const left = registrationDeadlineOn === null ? null : daysBetween(today, registrationDeadlineOn);
	const deadline =
		left === null || registrationDeadlineOn === null
			? null
			: left < 0
				? words.deadlineOver
				: left === 0
					? words.deadlineToday
					: words.deadline(prose(registrationDeadlineOn), plural(left, words.days.one, words.days.other));
	return (
		<div className={styles.asks}>
			<p>
				{words.intro} {asked.length > 0 ? words.looksFor(asked.join(", ")) : words.looksForAll}
			</p>
			{deadline && <Banner tone={left !== null && left <= soonDays ? "amber" : "info"}>{deadline}</Banner>}
		</div>
	);
}
