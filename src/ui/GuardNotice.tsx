import { useFormat } from "#lib/format.ts";
import { currentLanguage } from "#lib/preferences.ts";
import { useTextChoice, type WaitingText } from "#lib/text-guard/use-text-choice.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "./Button.tsx";
import styles from "./GuardNotice.module.css";
import { text } from "./guard-text.ts";
import { Icon } from "./Icon.tsx";

const around = 24;

/** Its words too: the form around it must not wait for them. */
export const ready = async () => void (currentLanguage() === "en" && (await text.loadEnglish()));

/** What a text seems to hold that a note must not, and the two ways on. */
export function GuardNotice(waiting: WaitingText) {
	const words = useWords(text);
	const { list } = useFormat();
	const { correct, keep } = useTextChoice(waiting);
	const { held } = waiting;
	return (
		<div className={styles.notice} data-held>
			<Icon name="warning" size={16} />
			<div className={styles.said}>
				<p>{words.seems(list([...new Set(held.findings.map(({ kind }) => words.kinds[kind]))]))}</p>
				<ul className={styles.found}>
					{held.findings.map(({ start, end }) => (
						<li key={start}>
							{start > around && "…"}
							{held.text.slice(Math.max(0, start - around), start)}
							<mark>{held.text.slice(start, end)}</mark>
							{held.text.slice(end, end + around)}
							{end + around < held.text.length && "…"}
						</li>
					))}
				</ul>
				<p className={styles.why}>{words.why}</p>
				<div className={styles.ways}>
					<Button size="small" onClick={correct}>
						{words.correct}
					</Button>
					<Button size="small" variant="quiet" onClick={keep}>
						{words.keep}
					</Button>
				</div>
			</div>
		</div>
	);
}
