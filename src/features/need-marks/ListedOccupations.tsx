import { useQuery } from "@tanstack/react-query";
import { listOccupations } from "#contract/reference.ts";
import { apiQuery } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { shortOccupation } from "#lib/occupations.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import styles from "./NeedMarks.module.css";
import { text } from "./text.ts";

const shown = 12;

/** How many occupations a list holds, and the first of them by name. */
export function ListedOccupations({ codes }: { codes: readonly string[] }) {
	const words = useWords(text).lists;
	const { plural, number } = useFormat();
	const language = useLanguage();
	const first = [...codes].sort().slice(0, shown);
	const { data } = useQuery({ ...apiQuery(listOccupations, { query: { codes: first.join(",") } }), enabled: first.length > 0 });
	const nameOf = (code: string) => {
		const found = data?.items.find((one) => one.code === code);
		return found ? `${code} ${shortOccupation(language === "fr" ? found.labelFr : found.labelEn, 60)}` : code;
	};
	return (
		<>
			{plural(codes.length, words.occupations.one, words.occupations.other)}
			<ul className={styles.codes}>
				{first.map((code) => (
					<li key={code} className="muted">
						{nameOf(code)}
					</li>
				))}
				{codes.length > shown && <li className="muted">{`+\u00A0${number(codes.length - shown)}`}</li>}
			</ul>
		</>
	);
}
