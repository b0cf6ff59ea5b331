import { type ImportFieldName, type ImportTarget, importFields, importRecords, importTargetRules } from "#contract/import-fields.ts";
import type { DataImport } from "#contract/imports.ts";
import { useWords } from "#lib/words.ts";
import { classNames } from "#ui/class-names.ts";
import { Select } from "#ui/Select.tsx";
import styles from "./ImportColumns.module.css";
import { text } from "./text.ts";

type Columns = DataImport["columns"];
export type MappingTableProps = { target: ImportTarget; columns: Columns; onFill: (index: number, field: ImportFieldName | null) => void };

/** Each column of the file: its heading, what is under it, what it becomes. */
export function MappingTable({ target, columns, onFill }: MappingTableProps) {
	const words = useWords(text);
	const { fields } = importTargetRules[target];
	return (
		<table className={styles.table}>
			<thead>
				<tr>
					<th scope="col">{words.mapping.column}</th>
					<th scope="col">{words.mapping.samples}</th>
					<th scope="col">{words.mapping.becomes}</th>
				</tr>
			</thead>
			<tbody>
				{columns.map(({ index, letter, header, samples, field, issue }) => {
					const name = header ?? words.mapping.noHeader(letter);
					return (
						<tr key={index} className={classNames(field === null && styles.left)}>
							<th scope="row" className={styles.column}>
								<span className={styles.letter}>{letter}</span>
								{name}
								{issue && <span className={styles.issue}>{issue.message}</span>}
							</th>
							<td className={styles.samples} title={samples.join(" · ")}>
								{samples.length > 0 ? samples.join(" · ") : words.mapping.noSample}
							</td>
							<td>
								<Select
									aria-label={words.mapping.becomesOf(name)}
									value={field ?? ""}
									placeholder={words.mapping.left}
									onChange={(event) => onFill(index, (event.target.value || null) as ImportFieldName | null)}
								>
									{importRecords.map((record) => {
										const own = fields.filter((one) => importFields[one].record === record);
										return (
											own.length > 0 && (
												<optgroup key={record} label={words.mapping.records[record]}>
													{own.map((one) => (
														<option key={one} value={one}>
															{words.importFields[one]}
														</option>
													))}
												</optgroup>
											)
										);
									})}
								</Select>
							</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}
