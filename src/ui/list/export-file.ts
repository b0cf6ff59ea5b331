import { dialectOf } from "#contract/csv.ts";
import { fold } from "#contract/fold.ts";
import { saveFile } from "#lib/download.ts";
import type { Naming } from "#lib/filter-words.ts";
import { exportList, type ListExport, type SavedColumn } from "#lib/list-export.ts";
import type { useLanguage } from "#lib/preferences.ts";
import type { Column } from "../grid/column.ts";
import { savedColumns } from "./saved-columns.ts";

export type FileExport<Row> = Omit<ListExport<Row>, "columns" | "dialect"> & {
	columns: readonly Column<Row>[];
	naming: Naming;
	alsoSaved?: readonly SavedColumn<Row>[] | undefined;
	/** What the file is called, before the day. */
	name: string;
	today: string;
	language: ReturnType<typeof useLanguage>;
};

/** Writes the columns that are shown, and hands the file over. All that it takes is in this chunk: exporting is seldom asked. */
export async function exportFile<Row>({ columns, naming, alsoSaved, name, today, language, ...list }: FileExport<Row>) {
	const { file, rows, expected } = await exportList({ ...list, columns: savedColumns(columns, naming, alsoSaved), dialect: dialectOf(language) });
	saveFile(file, `${fold(name).replaceAll(" ", "-")}-${today}.csv`);
	return { rows, expected };
}
