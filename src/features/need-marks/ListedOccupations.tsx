import { useQuery } from "@tanstack/react-query";
import { listOccupations } from "#contract/reference.ts";
import { apiQuery } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { shortOccupation } from "#lib/occupations.ts";
import { useLanguage } from "#lib/preferences.ts";
import styles from "./NeedMarks.module.css";

const shown = 12;

/** The first occupations of a list, by name, and how many more it holds. */
export function ListedOccupations({ codes }: { codes: readonly string[] }) {
	const { number } = useFormat();
	const language = useLanguage();
	const first = [...codes].sort().slice(0, shown);
	const { data } = useQuery({ ...apiQuery(listOccupations, { query: { codes: first.join(",") } }), enabled: first.length > 0 });
	const nameOf = (code: string) => {
		const found = data?.items.find((one) => one.code === code);
		return found ? `${code} ${shortOccupation(language === "fr" ? found.labelFr : found.labelEn, 60)}` : code;
	};
	return (
		<ul className={styles.codes}>
			{first.map((code) => (
				<li key={code}>{nameOf(code)}</li>
			))}
			{codes.length > shown && <li>{`+\u00A0${number(codes.length - shown)}`}</li>}
		</ul>
	);
}
