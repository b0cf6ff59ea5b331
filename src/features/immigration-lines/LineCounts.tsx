import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { EndpointOutput } from "#contract/endpoint.ts";
import type { countImmigrationLines, immigrationStates } from "#contract/immigration-lines.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import styles from "./EmployerLines.module.css";
import { employerText } from "./employer-text.ts";
import { lineCountsOfQuery } from "./lines-source.ts";

type Counts = EndpointOutput<typeof countImmigrationLines>;
/** Each state is counted in one place: until Québec has selected, until the permit, here, at work; settled or over, when somebody is. */
const groups = {
	selection: ["hired", "filed", "decided"],
	permit: ["selected", "permitFiled", "approved"],
	arrived: ["arrived"],
	atWork: ["atWork"],
	resident: ["resident"],
	ended: ["ended"],
} as const satisfies Record<string, readonly (typeof immigrationStates)[number][]>;
const names = Object.keys(groups) as (keyof typeof groups)[];
const always: readonly string[] = ["selection", "permit", "arrived", "atWork"];

const countOf = ({ state = [] }: Counts, group: keyof typeof groups) =>
	state.reduce((sum, { value, count }) => ((groups[group] as readonly (string | null)[]).includes(value) ? sum + count : sum), 0);
export const totalOf = (counts: Counts) => names.reduce((sum, group) => sum + countOf(counts, group), 0);

/** How many persons hired stand where: each number opens its list. */
export function LineCounts({ employerId, counts }: { employerId: string; counts: Counts }) {
	const words = useWords(employerText);
	const { plural } = useFormat();
	return (
		<ul className={styles.counts} aria-label={words.countsLabel}>
			{names
				.filter((group) => always.includes(group) || countOf(counts, group) > 0)
				.map((group) => {
					const count = countOf(counts, group);
					const shown = plural(count, words.counts[group].one, words.counts[group].other);
					const filtre = `employerId==${employerId};state=in=(${groups[group].join(",")})`;
					return <li key={group}>{count > 0 ? <Link to={paths.immigration({ filtre })}>{shown}</Link> : shown}</li>;
				})}
		</ul>
	);
}

/** Beside the cases of an employer (domain §2.1): several needs may be at different stages. Nothing when nobody was hired abroad. */
export function LineCountsCard({ employerId }: { employerId: string }) {
	const words = useWords(employerText);
	const { data } = useQuery(lineCountsOfQuery(employerId));
	if (!data || totalOf(data) === 0) return null;
	return (
		<Card title={words.title}>
			<LineCounts employerId={employerId} counts={data} />
		</Card>
	);
}
