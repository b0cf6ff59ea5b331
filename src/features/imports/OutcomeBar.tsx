import { Link } from "react-router";
import { importTargetRules } from "#contract/import-fields.ts";
import { type ImportOutcome, importOutcomes } from "#contract/import-rows.ts";
import type { DataImport } from "#contract/imports.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { LazyMenu } from "#ui/lazy-aria.tsx";
import styles from "./ImportPage.module.css";
import { text } from "./text.ts";
import type { ImportActions } from "./use-import-actions.ts";

/** What may be decided for all the rows of an outcome; « proposed » gives them back to the house. */
const decisions: Record<ImportOutcome, readonly ("create" | "update" | "skip" | "proposed")[]> = {
	create: ["skip", "proposed"],
	update: ["create", "skip", "proposed"],
	same: [],
	skip: ["proposed"],
	error: ["skip"],
};

/** Of an import that was applied, even taken back since, one says what was done. */
export const isWritten = ({ state }: Pick<DataImport, "state">) => state === "applied" || state === "undone";

/** How many rows of each outcome: the number opens exactly these rows below; its menu decides for them all. */
export function OutcomeBar({ data, chosen, actions }: { data: DataImport; chosen: readonly string[]; actions: ImportActions | null }) {
	const words = useWords(text);
	const { number } = useFormat();
	// A list of anything else adds no employer.
	const mayAdd = importTargetRules[data.target].about === "employer";
	return (
		<ul className={styles.outcomes} aria-label={words.outcomes.label}>
			{importOutcomes.map((outcome) => {
				const isChosen = chosen.length === 1 && chosen[0] === outcome;
				// Of an extract, the only rows that wait are updates.
				const waiting = data.state === "applied" && outcome === "update" && data.pending > 0 ? ` ${words.outcomes.waiting(number(data.pending))}` : "";
				const label = `${isWritten(data) ? words.done[outcome] : words.values.outcome[outcome]}${waiting}`;
				const choices = actions && data.counts[outcome] > 0 ? decisions[outcome].filter((choice) => choice !== "create" || mayAdd) : [];
				return (
					<li key={outcome} className={styles.outcome} data-chosen={isChosen || undefined}>
						<Link
							to={paths.import(data.id, isChosen ? {} : { filtre: `outcome==${outcome}` })}
							replace
							preventScrollReset
							className={styles.outcomeLink}
							aria-current={isChosen || undefined}
						>
							<span className={styles.figure}>{number(data.counts[outcome])}</span> {label}
						</Link>
						{choices.length > 0 && (
							<LazyMenu
								label={words.outcomes.decide(label)}
								icon="more"
								iconOnly
								variant="quiet"
								size="small"
								items={choices.map((choice) => ({
									id: choice,
									label: words.outcomes.choices[choice],
									onAction: () => actions?.choose({ outcome, choice: choice === "proposed" ? null : choice }),
								}))}
							/>
						)}
					</li>
				);
			})}
		</ul>
	);
}
