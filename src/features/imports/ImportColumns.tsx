import type { ImportFieldName } from "#contract/import-fields.ts";
import type { DataImport } from "#contract/imports.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Field } from "#ui/Field.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./ImportColumns.module.css";
import { ImportHead, ImportSub } from "./ImportHead.tsx";
import { ImportProgress } from "./ImportWork.tsx";
import { MappingTable } from "./MappingTable.tsx";
import { text } from "./text.ts";
import type { ImportActions } from "./use-import-actions.ts";

/** The second step: what each column becomes, guessed and corrected. */
export function ImportColumns({ data, actions }: { data: DataImport; actions: ImportActions }) {
	const words = useWords(text);
	const { number } = useFormat();
	const { columns, sheets, sheet, headerRow, reading, missing, state } = data;
	const used = columns.filter(({ field }) => field !== null).length;
	/** A field is filled by one column: taking it leaves the other one out. */
	const fill = (index: number, field: ImportFieldName | null) =>
		actions.correct({ columns: columns.map((column) => (column.index === index ? field : column.field === field ? null : column.field)) });
	const lacks = missing.map((group) => group.map((field) => words.importFields[field]).join(words.mapping.or)).join(", ");
	return (
		<>
			<PageTitle
				title={data.fileName}
				sub={<ImportSub data={data} />}
				actions={
					<>
						{data.can.cancel && (
							<Button busy={actions.isPending} onClick={actions.cancel}>
								{words.head.giveUp}
							</Button>
						)}
						{missing.length === 0 && (
							<LinkButton variant="primary" to={paths.import(data.id)} replace>
								{words.mapping.next}
							</LinkButton>
						)}
					</>
				}
			/>
			<ImportHead data={data} step="columns">
				{missing.length > 0 && (
					<Banner tone="red" live>
						{words.mapping.missing(lacks)}
					</Banner>
				)}
			</ImportHead>
			<div className={styles.head}>
				<div className={styles.words}>
					<p>{words.mapping.intro}</p>
					<p className={styles.muted}>
						{[
							words.mapping.used(number(used), number(columns.length)),
							headerRow !== null && words.mapping.headerRow(headerRow),
							reading &&
								words.mapping.reading(
									words.mapping.encodings[reading.encoding] ?? reading.encoding,
									words.mapping.delimiters[reading.delimiter] ?? reading.delimiter,
								),
						]
							.filter(Boolean)
							.join(" · ")}
					</p>
				</div>
				{sheets.length > 1 && (
					<Field label={words.mapping.sheet}>
						<Select
							value={String(sheet ?? "")}
							onChange={(event) => actions.correct({ sheet: Number(event.target.value) })}
							options={sheets.map(({ index, name }) => ({ value: String(index), label: name }))}
						/>
					</Field>
				)}
			</div>
			<MappingTable target={data.target} columns={columns} onFill={fill} />
			<div className={styles.foot}>{state === "checking" && <ImportProgress data={data} />}</div>
		</>
	);
}
