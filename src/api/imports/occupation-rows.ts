import { type Kysely, sql } from "kysely";
import type { ImportFieldName } from "#contract/import-fields.ts";
import { afterPlan, exampleKey, examplesOf, type KnownOccupation, type OccupationPlan, planOccupation, unitGroupOf } from "../rules/import-occupation.ts";
import { type ImportValues, readValues } from "../rules/import-values.ts";
import type { Tables } from "../sql/tables.ts";
import { type Checking, placedErrors, type StagedRow, storeChecked } from "./check-rows.ts";
import { cut } from "./headings.ts";

type ReadRow = { row: StagedRow; values: ImportValues; errors: ReturnType<typeof readValues>["errors"]; code: string | null };
type Known = Map<string, KnownOccupation>;

const rowKey = (code: string, example: string) => `${code}|${example}`;

/** Rows of the CNP in the order of the file, each compared with what is there and with what the rows above will have added. */
export async function checkOccupations(db: Kysely<Tables>, checking: Checking, rows: StagedRow[]): Promise<void> {
	const places = new Map(checking.fields.map((field, index) => [field, index]));
	const read = rows.map((row): ReadRow => {
		const text = (field: ImportFieldName) => row.cells[places.get(field) ?? -1] ?? null;
		const { values, errors } = readValues(text, checking.reference);
		const group = unitGroupOf(values);
		return { row, values, errors, code: "code" in group ? group.code : null };
	});
	const known = await readKnown(db, read);
	await addAbove(db, checking.importId, known, read);
	const results = read.map(({ row, values, errors, code }) => {
		const group = code === null ? null : (known.get(code) ?? null);
		const verdict = planOccupation(values, errors, { known: group, isSkipped: row.choice === "skip" });
		const { plan } = verdict;
		if (plan) known.set(plan.code, afterPlan(group, plan, row.row_number));
		const [example] = examplesOf(values);
		const label = values.occupationTitleFr ?? values.occupationTitleEn ?? group?.labels.fr ?? "";
		return {
			...{ id: row.id, employer_id: null, matches: [], same_as_row: verdict.sameAsRow, outcome: verdict.outcome, changes: verdict.changes, plan },
			name: cut([code ?? values.occupationCode, example?.title ?? label].filter(Boolean).join(" – "), 300) || null,
			// By these, the rows below find what this one brings: the titles of a group, and one everyday title.
			key_neq: plan && Object.keys(plan.labels).length > 0 ? plan.code : null,
			key_name: plan?.examples[0] ? rowKey(plan.code, exampleKey(plan.examples[0])) : null,
			errors: placedErrors(verdict.errors, (field) => places.get(field) ?? null, row.cells),
		};
	});
	await storeChecked(db, results);
}

/** The groups that these rows name, and those of their everyday titles that are there. */
async function readKnown(db: Kysely<Tables>, rows: ReadRow[]): Promise<Known> {
	const codes = [...new Set(rows.flatMap(({ code }) => code ?? []))];
	const named = rows.flatMap(({ code, values }) => (code === null ? [] : examplesOf(values).map((example) => ({ code, ...example }))));
	const { rows: groups } = await sql<{ code: string; fr: string; en: string; titles: { language: "fr" | "en"; title: string }[] }>`
		with named as materialized (select distinct * from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as t(code text, language text, title text))
		select o.code, o.label_fr as fr, o.label_en as en, coalesce((select jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title))
			from named n join occupation_title t on t.occupation_code = n.code and t.language = n.language and t.title = n.title where n.code = o.code), '[]') as titles
		from occupation o where o.code = any(${codes}::text[])`.execute(db);
	return new Map(
		groups.map(({ code, fr, en, titles }) => [code, { labels: { fr, en }, examples: new Map(titles.map((example) => [exampleKey(example), null] as const)) }]),
	);
}

/** What rows of former chunks will have brought of these. */
async function addAbove(db: Kysely<Tables>, importId: string, known: Known, rows: ReadRow[]): Promise<void> {
	const before = rows[0]?.row.row_number ?? 0;
	const codes = [...new Set(rows.flatMap(({ code }) => code ?? []))];
	const keys = rows.flatMap(({ code, values }) => (code === null ? [] : examplesOf(values).map((example) => rowKey(code, exampleKey(example)))));
	const keyed = (column: "key_neq" | "key_name", wanted: string[]) => sql`select r.* from unnest(${[...new Set(wanted)]}::text[]) k(key) cross join lateral (
		select row_number, plan from import_row where import_id = ${importId} and ${sql.ref(column)} = k.key and row_number < ${before} and plan is not null order by row_number limit 1000) r`;
	const { rows: above } = await sql<{ row_number: number; plan: OccupationPlan }>`
		select distinct on (row_number) row_number, plan from (${keyed("key_neq", codes)} union all ${keyed("key_name", keys)}) found order by row_number`.execute(
		db,
	);
	for (const { row_number, plan } of above) known.set(plan.code, afterPlan(known.get(plan.code) ?? null, plan, row_number));
}

type Planned = { id: string; plan: OccupationPlan };

/** Writes a chunk: groups, their titles, everyday titles. Written twice, it is written once. */
export async function writeOccupations(db: Kysely<Tables>, { importId, batchId }: { importId: string; batchId: string }, rows: Planned[]): Promise<void> {
	const json = (values: object[]) => JSON.stringify(values);
	const groups = rows.filter(({ plan }) => plan.isNew && Object.keys(plan.labels).length > 0).map(({ plan }) => ({ code: plan.code, ...plan.labels }));
	// Of a group that comes in one language first, that one is its title in both, until the other file comes.
	if (groups.length > 0)
		await sql`insert into occupation (code, label_fr, label_en, import_id) select distinct on (t.code) t.code, coalesce(t.fr, t.en), coalesce(t.en, t.fr), ${importId}::uuid
			from jsonb_to_recordset(${json(groups)}::jsonb) as t(code text, fr text, en text) on conflict (code) do nothing`.execute(db);
	const worded = rows.filter(({ plan }) => !plan.isNew && Object.keys(plan.labels).length > 0).map(({ plan }) => ({ code: plan.code, ...plan.labels }));
	if (worded.length > 0)
		await sql`update occupation o set label_fr = coalesce(t.fr, o.label_fr), label_en = coalesce(t.en, o.label_en)
			from (select code, (array_agg(fr) filter (where fr is not null))[1] as fr, (array_agg(en) filter (where en is not null))[1] as en
				from jsonb_to_recordset(${json(worded)}::jsonb) as t(code text, fr text, en text) group by code) t where o.code = t.code`.execute(db);
	const examples = rows.flatMap(({ plan }) => plan.examples.map((example) => ({ code: plan.code, ...example })));
	if (examples.length > 0)
		await sql`insert into occupation_title (occupation_code, language, title, import_id) select t.code, t.language, t.title, ${importId}::uuid
			from jsonb_to_recordset(${json(examples)}::jsonb) as t(code text, language text, title text) on conflict do nothing`.execute(db);
	await sql`update import_row set is_applied = true, run = ${batchId}::uuid where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db);
}
