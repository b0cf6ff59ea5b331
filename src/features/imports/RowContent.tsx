import type { ImportRow } from "#contract/import-rows.ts";
import type { DataImport } from "#contract/imports.ts";
import { useWords } from "#lib/words.ts";
import styles from "./RowPanel.module.css";
import { text } from "./text.ts";
import { useRowWords } from "./use-row-words.ts";

export function RowErrors({ errors }: Pick<ImportRow, "errors">) {
	const words = useWords(text).row;
	return (
		<section>
			<h4>{words.errors}</h4>
			<ul className={styles.errors}>
				{errors.map(({ column, message, value }) => (
					<li key={`${column}${message}`}>
						{column && <b>{words.cell(column)} </b>}
						{message}
						{value !== null && value !== "" && <span className={styles.found}>{words.found(value)}</span>}
					</li>
				))}
			</ul>
		</section>
	);
}

/** Old → new, field by field. */
export function RowChanges({ changes }: Pick<ImportRow, "changes">) {
	const words = useWords(text);
	const { wordFor } = useRowWords();
	return (
		<section>
			<h4>{words.row.changes}</h4>
			<table className={styles.changes}>
				<thead>
					<tr>
						<th scope="col">{words.row.field}</th>
						<th scope="col">{words.row.before}</th>
						<th scope="col">{words.row.after}</th>
					</tr>
				</thead>
				<tbody>
					{changes.map(({ record, field, before, after }) => (
						<tr key={`${record}${field}`}>
							<th scope="row">{words.importFields[field]}</th>
							<td>{before === null ? <span className={styles.found}>{words.row.nothingBefore}</span> : <del>{wordFor(field, before)}</del>}</td>
							<td>
								<ins>{wordFor(field, after)}</ins>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

export function RowCells({ row, columns }: { row: ImportRow; columns: DataImport["columns"] }) {
	const words = useWords(text);
	return (
		<details className={styles.cells}>
			<summary>{words.row.cells}</summary>
			<dl>
				{columns.map(({ index, letter, header }) => (
					<div key={index}>
						<dt>
							{letter} · {header ?? words.mapping.noHeader(letter)}
						</dt>
						<dd>{row.cells[index] ?? ""}</dd>
					</div>
				))}
			</dl>
		</details>
	);
}
