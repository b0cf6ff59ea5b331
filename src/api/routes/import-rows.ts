import { chooseImportRows, countImportRows, getFailedImportRows, listImportRows } from "#contract/import-rows.ts";
import { getImportSample } from "#contract/imports.ts";
import { implement, implementFile } from "../implement.ts";
import { chooseRows } from "../imports/choices.ts";
import { failedRows } from "../imports/failed-rows.ts";
import { sampleOf } from "../imports/sample.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { invalid, Refusal } from "../refusal.ts";
import { rowListOf } from "./import-list.ts";
import { presentRow, readImport } from "./import-presenting.ts";
import { beginStage, holdImport } from "./imports.ts";

export const importRowRoutes = [
	implement(listImportRows, async (context, { params, query }) => {
		const held = await readImport(context, params.id);
		const { rows, total, next } = await readPage(context, rowListOf(params.id), query);
		return { items: rows.map((row) => presentRow(context, held, row)), total, next };
	}),

	implement(countImportRows, async (context, { params, query }) => {
		await readImport(context, params.id);
		return readFacets(context, rowListOf(params.id), query);
	}),

	implement(chooseImportRows, async (context, { params, body }) => {
		const { rows, outcome, choice, employerId } = body;
		if ((rows === undefined) === (outcome === undefined)) throw invalid("rows", "required");
		const held = await holdImport(context, params.id, "decide");
		// Applied, it is decided row by row: a whole outcome would be checked with the file.
		if (held.state === "applied" && rows === undefined) throw new Refusal("conflict");
		// Named one by one, they are checked again at once; a whole outcome, as the file was.
		if (await chooseRows(context, held, { rows, outcome, choice, employerId: employerId ?? null })) return readImport(context, params.id);
		return beginStage(context, params.id, { state: "checking", version: held.version + 1 });
	}),

	implementFile(getFailedImportRows, async (context, { params }) => {
		const found = await readImport(context, params.id);
		const name = found.fileName.replace(/\.[^.]*$/, "");
		return { name: `${name} – ${context.language === "en" ? "rows to correct" : "lignes à corriger"}.csv`, body: await failedRows(context, found) };
	}),

	implementFile(getImportSample, async (context, { params }) => sampleOf(params.target, params.format, context.language)),
];
