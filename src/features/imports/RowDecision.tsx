import { useId } from "react";
import { Link } from "react-router";
import { type ImportTarget, importTargetRules } from "#contract/import-fields.ts";
import type { ImportRow } from "#contract/import-rows.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { EmployerMatch } from "./EmployerMatch.tsx";
import styles from "./RowPanel.module.css";
import { text } from "./text.ts";
import type { ImportActions } from "./use-import-actions.ts";

/** What becomes of one row: the house's proposal, a new employer, one of those that resemble it, or nothing. */
export function RowDecision({ row, target, actions }: { row: ImportRow; target: ImportTarget; actions: ImportActions }) {
	const { about } = importTargetRules[target];
	const words = useWords(text).row;
	const name = useId();
	const options = [
		{ key: "proposed", label: words.choices.proposed, checked: row.choice === null, choice: null },
		...row.matches.map((match) => ({
			key: match.employerId,
			label: words.updateWith(match.name),
			checked: row.choice === "update" && match.isChosen,
			choice: "update" as const,
			match,
		})),
		...(about === "employer" ? [{ key: "create", label: words.choices.create, checked: row.choice === "create", choice: "create" as const }] : []),
		{ key: "skip", label: words.choices.skip, checked: row.choice === "skip", choice: "skip" as const },
	];
	return (
		<fieldset className={styles.decision} aria-busy={actions.isPending || undefined}>
			<legend>{words.decision}</legend>
			{options.map(({ key, label, checked, choice, ...rest }) => {
				const match = "match" in rest ? rest.match : undefined;
				return (
					<div key={key} className={styles.choice}>
						<label>
							<input
								type="radio"
								name={name}
								checked={checked}
								onChange={() => actions.choose({ rows: [row.id], choice, ...(match ? { employerId: match.employerId } : {}) })}
							/>
							{label}
						</label>
						{match && (
							<span className={`${styles.reasons} prose`}>
								{match.reasons.map((reason) => words.reasons[reason]).join(", ") || words.match.chosen} ·{" "}
								<Link to={paths.employer(match.employerId)}>{words.open}</Link>
							</span>
						)}
					</div>
				);
			})}
			{about !== "employer" && about !== "occupation" && (
				<EmployerMatch key={row.id} onMatch={(employerId) => actions.choose({ rows: [row.id], choice: "update", employerId })} />
			)}
		</fieldset>
	);
}
