import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { stepsOf } from "#contract/immigration-steps.ts";
import { daysBetween } from "#lib/days.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Card } from "#ui/Card.tsx";
import styles from "./Immigration.module.css";
import { text } from "./text.ts";

/** A renewal begins six months before the permit expires (domain §2.5). */
const renewalDays = 180;

/** The steps of the path, each with its day and how long it took; what comes next is said. */
export function StepsCard({ line }: { line: ImmigrationLine }) {
	const all = useWords(text);
	const words = all.steps;
	const { prose, plural } = useFormat();
	const { today } = useReference();
	const steps = stepsOf(line.path);
	const last = steps.findLastIndex((step) => line[step] !== null);
	let before: string | null = null;
	const { permitExpiresOn: expires, endedOn } = line;
	const left = expires === null ? null : daysBetween(today, expires);
	return (
		<Card title={words.title} padded>
			{expires !== null && endedOn === null && left !== null && left <= renewalDays && (
				<Banner tone={left < 0 ? "red" : "amber"}>
					{left < 0 ? all.expired(prose(expires)) : `${all.expires(prose(expires))} · ${plural(left, all.renew.one, all.renew.other)}`}
				</Banner>
			)}
			<ol className={styles.steps}>
				{steps.map((step, index) => {
					const day = line[step];
					const since = day !== null && before !== null ? daysBetween(before, day) : null;
					before = day ?? before;
					return (
						<li key={step} className={day === null ? styles.toCome : undefined}>
							<span>{words[step]}</span>
							<span>{day === null ? (endedOn === null && index === last + 1 ? words.next : words.notYet) : prose(day)}</span>
							<span className={styles.after}>{since !== null && plural(since, words.after.one, words.after.other)}</span>
						</li>
					);
				})}
				{endedOn !== null && (
					<li>
						<strong>{words.ended}</strong>
						<span>{prose(endedOn)}</span>
						<span className={styles.after} />
					</li>
				)}
			</ol>
		</Card>
	);
}
