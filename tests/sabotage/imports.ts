import type { Breakage } from "./breakages.ts";

const rows = { project: "rules", test: "rules/import-plan" };
const files = { project: "rules", test: "rules/import-reading" };
const cells = { project: "rules", test: "rules/import-values" };
const served = { project: "contract", test: "contract/imports" };

/** What a file brings, what it may change, and what is left of it once it is taken back. */
export const ofImports: Breakage[] = [
	{
		...rows,
		name: "imports: a doubt is written as if it were none",
		file: "src/api/rules/import-plan.ts",
		find: "return candidates.length > 0 ? left() : planCreation(question);",
		replace: "return planCreation(question);",
		title: "fait un doute",
	},
	{
		...rows,
		name: "imports: anybody's employer is changed",
		file: "src/api/rules/import-plan.ts",
		find: "known.version !== null && !canWriteEmployer(who, known)",
		replace: "false",
		title: "confié à une collègue",
	},
	{
		...files,
		name: "imports: a workbook unfolds as far as it likes",
		file: "src/api/imports/zip.ts",
		find: "unfolded > mostInflated || (unfolded > ratioFrom && unfolded > read * mostRatio)",
		replace: "false",
		title: "une bombe nommée .xlsx",
	},
	{
		...files,
		name: "imports: every text is taken for UTF-8",
		file: "src/api/imports/csv.ts",
		find: 'return "windows-1252";',
		replace: 'return "utf-8";',
		title: "écrit en Windows-1252",
	},
	{
		...cells,
		name: "imports: the extension typed after a number is lost",
		file: "src/api/rules/import-values.ts",
		find: 'read.extension && field === "contactPhone"',
		replace: "false",
		title: "le poste écrit après le numéro",
	},
	{
		...served,
		name: "imports: what was changed since the check is written over",
		file: "src/api/imports/write-rows.ts",
		find: '|| !isAsSeen) return [{ id: row.id, code: "import-changed-since" }];',
		replace: "|| !isAsSeen) return [];",
		title: "modifié depuis la vérification",
	},
	{
		...served,
		name: "imports: undoing does not look at who came since",
		file: "src/api/sql/migrations/0008-imports.sql",
		find: "outcome := case when recorded_at is null then 'free' else 'changed' end;",
		replace: "outcome := 'free';",
		title: "trois fiches modifiées depuis",
	},
	{
		...served,
		name: "imports: a key serves for another file",
		file: "src/api/imports/receive-file.ts",
		find: 'if (kept?.file_hash !== hash) throw new Refusal("key-reused");',
		replace: "void [kept, hash];",
		title: "un envoi répété",
	},
	{
		...served,
		name: "imports: half a file is shown",
		file: "src/api/routes/import-list.ts",
		find: " and i.state <> 'receiving'",
		replace: "",
		title: "d’un envoi coupé",
	},
	{
		...served,
		name: "imports: half a file is followed by another",
		file: "src/api/imports/receive-file.ts",
		find: 'await db.deleteFrom("import_piece").where("import_id", "=", id).execute();',
		replace: "",
		title: "d’un envoi coupé",
	},
];
