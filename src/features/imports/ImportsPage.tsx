import { useMemo } from "react";
import { type ImportSummary, importListFields } from "#contract/imports.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import type { Column } from "#ui/grid/column.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { ImportStateTag } from "./ImportStateTag.tsx";
import { importsSource } from "./imports-source.ts";
import { text } from "./text.ts";

const rowKey = ({ id }: ImportSummary) => id;
const rowHref = ({ id }: ImportSummary) => paths.import(id);

function useImportColumns(): Column<ImportSummary>[] {
	const words = useWords(text);
	const { number, prose } = useFormat();
	return useMemo(
		() => [
			{ id: "fileName", header: words.columns.file, cell: ({ fileName }) => <span title={fileName}>{fileName}</span>, width: "minmax(200px, 2fr)" },
			{ id: "state", header: words.columns.state, cell: ({ state }) => <ImportStateTag state={state} />, width: "170px" },
			{ id: "target", header: words.columns.target, cell: ({ target }) => words.values.target[target], width: "minmax(120px, 1fr)", hideOnPhone: true },
			{ id: "total", header: words.columns.rows, cell: ({ counts }) => number(counts.total), width: "90px", align: "end" },
			{ id: "createdById", header: words.columns.by, cell: ({ createdByName }) => createdByName, width: "minmax(130px, 1fr)", hideOnPhone: true },
			{ id: "seq", header: words.columns.on, cell: ({ createdOn }) => prose(createdOn), width: "160px", sortable: true, hideOnPhone: true },
		],
		[words, number, prose],
	);
}

/** Who brought what, and what became of it. */
export function ImportsPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const may = useMay();
	const { personName } = useReference();
	const view = useListView(importsSource);
	const codes = useMemo(() => ({ createdById: personName }), [personName]);
	const naming = useNaming(importListFields, words, codes);
	const columns = useImportColumns();
	const add = may("createImport") && (
		<LinkButton to={paths.newImport()} variant="primary" icon="upload">
			{words.new}
		</LinkButton>
	);
	return (
		<ListPage
			view={view}
			naming={naming}
			title={words.title}
			caption={words.caption}
			search={words.search}
			facetsLabel={words.facets}
			columns={columns}
			rowKey={rowKey}
			rowHref={rowHref}
			defaultSort={importsSource.sort}
			actions={add}
			footer={plural(view.rows.total, words.imports.one, words.imports.other)}
			none={{ icon: "upload", title: words.none.title, text: words.none.text, action: add }}
		/>
	);
}
