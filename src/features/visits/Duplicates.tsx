import { Link } from "react-router";
import type { Visit } from "#contract/visits.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import { text } from "./text.ts";

/** The same visit may have been logged twice: said, with the way to look. */
export function Duplicates({ visit }: { visit: Visit }) {
	const words = useWords(text);
	const { duplicate, openOther } = useWords(reportText);
	const { term } = useReference();
	return (
		<Banner tone="amber" live>
			{duplicate(visit.duplicates.length)}{" "}
			<span className={styles.others}>
				{visit.duplicates.map(({ id, mode, status, headline }) => (
					<Link key={id} to={paths.visit(id)}>
						{openOther([headline ?? term("visitMode", mode), words.values.status[status]].join(" · "))}
					</Link>
				))}
			</span>
		</Banner>
	);
}
