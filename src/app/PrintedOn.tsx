import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import styles from "./PrintedOn.module.css";
import { text } from "./text.ts";

/** At the head of whatever is put on paper: from where, when, by whom. */
export function PrintedOn() {
	const words = useWords(text);
	const { prose } = useFormat();
	const { today } = useReference();
	const { person } = useSession();
	return (
		<div className="print-only">
			<p className={styles.line}>
				<span>{`${words.brand} · ${words.region(person.regionName)}`}</span>
				<span>{words.printedOn(prose(today), person.name)}</span>
			</p>
		</div>
	);
}
