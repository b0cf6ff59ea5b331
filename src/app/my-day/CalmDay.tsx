import { Link } from "react-router";
import type { MyDay } from "#contract/my-day.ts";
import { useNearDay } from "#lib/days.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { classNames } from "#ui/class-names.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import styles from "./CalmDay.module.css";
import { text } from "./text.ts";

/** Nothing presses: one sentence, and the next thing to look at. */
export function CalmDay({ day }: { day: MyDay }) {
	const words = useWords(text).calm;
	const may = useMay();
	const nearDay = useNearDay(day.today);
	const [next] = day.coming.items;
	return (
		<section className={styles.calm} aria-label={words.title}>
			<svg viewBox="0 0 240 84" className={styles.picture} aria-hidden="true">
				<circle cx="120" cy="70" r="30" className={styles.sun} />
				<path d="M0 70h240" className={styles.horizon} />
				<path d="M120 22V10M78 34l-8-9M162 34l8-9M60 56l-12-4M180 56l12-4" className={styles.rays} />
				<path d="M60 78h120M84 84h72" className={styles.water} />
			</svg>
			<h2 className={styles.title}>{words.title}</h2>
			<p className={classNames(styles.text, "prose")}>
				{next ? (
					<>
						{words.next} <Link to={paths.followUps({ filtre: day.coming.filter, suivi: next.id })}>{next.title}</Link>, {next.employerName},{" "}
						{nearDay(next.dueOn)}.
					</>
				) : (
					words.nothingSoon
				)}
			</p>
			<p className={styles.actions}>
				{may("createVisit") && <LinkButton to={paths.newVisit()}>{words.plan}</LinkButton>}
				<LinkButton to={paths.employers({ tri: "lastVisitOn" })} variant="quiet">
					{words.longest}
				</LinkButton>
			</p>
		</section>
	);
}
