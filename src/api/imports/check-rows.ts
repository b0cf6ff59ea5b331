import { type Kysely, sql } from "kysely";
import type { Role } from "#contract/endpoint.ts";
import { type ImportFieldName, type ImportTarget, importTargetRules } from "#contract/import-fields.ts";
import { planRow } from "../rules/import-plan.ts";
import type { Candidate, RowError, Verdict } from "../rules/import-row.ts";
import { type ImportReference, type ImportValues, readValues } from "../rules/import-values.ts";
import type { Tables } from "../sql/tables.ts";
import { cut } from "./headings.ts";
import { findCandidates, nameKeyOf } from "./known-employers.ts";
import { Leaders } from "./leaders.ts";

export type StagedRow = {
	id: string;
	row_number: number;
	cells: (string | null)[];
	choice: "create" | "update" | "skip" | null;
	chosen_employer: string | null;
};
export type Checking = {
	importId: string;
	target: ImportTarget;
	fields: readonly string[];
	who: { personId: string; role: Role; regionCode: string };
	reference: ImportReference;
	newId(): string;
};

const nameOf = ({ target }: Checking, values: ImportValues, text: (field: ImportFieldName) => string | null): string | null => {
	const own = importTargetRules[target].about === "contact" ? (values.contactName ?? text("contactName")) : null;
	const label = [own, values.name ?? text("name") ?? values.neq ?? text("neq")].filter(Boolean).join(" – ");
	return cut(label, 300) || null;
};

/** Rows in the order of the file, checked together and written back: what each would do, what stands against it, what it may double. */
export async function checkRows(db: Kysely<Tables>, checking: Checking, rows: StagedRow[]): Promise<void> {
	if (rows.length === 0) return;
	const places = new Map(checking.fields.map((field, index) => [field, index]));
	const read = rows.map((row) => {
		const text = (field: ImportFieldName) => row.cells[places.get(field) ?? -1] ?? null;
		const { values, errors } = readValues(text, checking.reference);
		// Where a new establishment stands says nothing of where its employer is found.
		const keys = checking.target === "establishments" ? { ...values, municipality: undefined } : values;
		return { row, text, values, errors, keys };
	});
	const { byRow, byId } = await findCandidates(
		db,
		read.map(({ row, keys }) => ({ row: row.row_number, values: keys })),
		rows.flatMap(({ chosen_employer }) => chosen_employer ?? []),
		checking.target,
	);
	// Chosen by hand, an employer need not resemble the row.
	for (const { row_number, chosen_employer } of rows) {
		const chosen = chosen_employer === null ? undefined : byId.get(chosen_employer);
		const found = byRow.get(row_number) ?? [];
		if (chosen && !found.some(({ employer }) => employer.id === chosen.id)) byRow.set(row_number, [...found, { employer: chosen, reasons: [] }]);
	}
	const leaders = new Leaders(checking.who.regionCode);
	const above = await Leaders.above(
		db,
		checking.importId,
		rows[0]?.row_number ?? 0,
		read.map(({ keys }) => keys),
		[...byId.keys()],
	);
	const unknown = above.map(({ employer_id }) => employer_id).filter((id) => !byId.has(id));
	if (unknown.length > 0) for (const [id, employer] of (await findCandidates(db, [], unknown, checking.target)).byId) byId.set(id, employer);
	leaders.take(above, byId);

	const results = read.map(({ row, text, values, errors, keys }) => {
		const candidates = leaders.overlay(byRow.get(row.row_number) ?? []);
		const verdict = planRow({
			target: checking.target,
			who: checking.who,
			values,
			errors,
			choice: row.choice,
			chosenEmployer: row.chosen_employer,
			candidates,
			leader: leaders.of(keys),
			newId: checking.newId,
		});
		leaders.keep(row.row_number, keys, verdict, byId);
		const keyNeq = values.neq === undefined ? null : String(values.neq);
		return {
			id: row.id,
			name: nameOf(checking, values, text),
			key_neq: keyNeq,
			key_name: nameKeyOf(keys),
			...stored(verdict, candidates, (field) => places.get(field) ?? null, row.cells),
		};
	});
	await storeChecked(db, results);
}

/** What was found of rows, kept beside them. */
export async function storeChecked(db: Kysely<Tables>, results: readonly object[]): Promise<void> {
	await sql`update import_row r set outcome = t.outcome, name = t.name, key_neq = t.key_neq, key_name = t.key_name, same_as_row = t.same_as_row, employer_id = t.employer_id,
			errors = t.errors, matches = t.matches, changes = t.changes, plan = t.plan, is_applied = false
		from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as t(id uuid, outcome text, name text, key_neq text, key_name text, same_as_row int, employer_id uuid, errors jsonb, matches jsonb, changes jsonb, plan jsonb)
		where r.id = t.id`.execute(db);
}

/** Each error beside its cell. */
export const placedErrors = (errors: RowError[], placeOf: (field: ImportFieldName) => number | null, cells: (string | null)[]) =>
	errors.map(({ field, ...error }) => {
		const column = field && placeOf(field);
		return { ...error, field, column: column ?? null, value: column === null || column === undefined ? null : (cut(cells[column], 200) ?? null) };
	});

function stored(verdict: Verdict, candidates: Candidate[], placeOf: (field: ImportFieldName) => number | null, cells: (string | null)[]) {
	return {
		outcome: verdict.outcome,
		same_as_row: verdict.sameAsRow,
		employer_id: verdict.employerId,
		errors: placedErrors(verdict.errors, placeOf, cells),
		changes: verdict.changes,
		plan: verdict.plan,
		matches: candidates.slice(0, 5).map(({ employer, reasons }) => ({
			employerId: employer.id,
			name: String(employer.values.name ?? ""),
			municipalityCode: employer.establishments[0]?.municipality_code ?? null,
			advisorId: employer.advisorId,
			reasons,
			isChosen: verdict.employerId === employer.id,
		})),
	};
}
