import { Link } from "react-router";
import type { Dashboard } from "#contract/dashboard.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Kpi } from "#ui/Kpi.tsx";
import styles from "./DashboardPage.module.css";
import { figurePath } from "./figure-path.ts";
import { text } from "./text.ts";

const weeks = 90 / 7;

/** Five figures of the day. Posts are a sum: their list is that of the needs, which carries its own number. */
export function KpiRow({ dashboard }: { dashboard: Dashboard }) {
	const words = useWords(text);
	const { number, percent, plural } = useFormat();
	const { openCases, sleepingCases, openNeeds, openPosts, visits90, lateFollowUps, people } = dashboard;
	const asleep = openCases.value === 0 ? 0 : sleepingCases.value / openCases.value;
	const holders = (has: (person: Dashboard["people"][number]) => number) => {
		const count = people.filter((person) => has(person) > 0).length;
		return plural(count, words.kpi.peopleCount.one, words.kpi.peopleCount.other);
	};
	return (
		<div className={styles.kpis}>
			<Kpi
				label={words.kpi.openCases}
				value={number(openCases.value)}
				to={figurePath(openCases)}
				detail={words.kpi.people(holders((person) => person.openCases.value))}
			/>
			<Kpi
				label={words.kpi.sleeping}
				value={number(sleepingCases.value)}
				to={figurePath(sleepingCases)}
				detail={sleepingCases.value === 0 ? words.kpi.allAwake : words.kpi.sleepingShare(percent(asleep))}
				bar={{ value: asleep }}
			/>
			<Kpi
				label={words.kpi.openPosts}
				value={number(openPosts)}
				detail={<Link to={figurePath(openNeeds)}>{words.kpi.inNeeds(plural(openNeeds.value, words.needs.one, words.needs.other))}</Link>}
			/>
			<Kpi label={words.kpi.visits} value={number(visits90.value)} to={figurePath(visits90)} detail={words.kpi.perWeek(number(visits90.value / weeks))} />
			<Kpi
				label={words.kpi.late}
				value={number(lateFollowUps.value)}
				to={figurePath(lateFollowUps)}
				detail={lateFollowUps.value === 0 ? words.kpi.noneLate : words.kpi.lateFor(holders((person) => person.lateFollowUps.value))}
			/>
		</div>
	);
}
