import { sql } from "kysely";
import type { ImportOutcome } from "#contract/import-rows.ts";
import type { DataImport } from "#contract/imports.ts";
import type { Context } from "../caller.ts";
import type { Checking, StagedRow } from "./check-rows.ts";
import { recounted } from "./count-outcomes.ts";
import { readImportReference } from "./reference.ts";
import { workOf } from "./work-of.ts";

type Choice = { rows: string[] | undefined; outcome: ImportOutcome | undefined; choice: "create" | "update" | "skip" | null; employerId: string | null };

/** Keeps what was decided. Rows named are checked again at once, with those that follow them: true. A whole outcome is left to be checked with the file: false. */
export async function chooseRows(context: Context, held: DataImport, { rows, outcome, choice, employerId }: Choice): Promise<boolean> {
	const { db, caller, today, newId } = context;
	const which = rows ? sql`id = any(${rows}::uuid[])` : sql`outcome = ${outcome}`;
	// Of an import that is applied, what is written is written: what was left aside may still be matched.
	const open = sql`not is_applied`;
	const { rows: former } = await sql<{ employer_id: string }>`select distinct employer_id from import_row
		where import_id = ${held.id} and ${which} and ${open} and employer_id is not null`.execute(db);
	const { rows: chosen } = await sql<{
		row_number: number;
		key_neq: string | null;
		key_name: string | null;
	}>`update import_row set choice = ${choice}, chosen_employer = ${choice === "update" ? employerId : null}::uuid
		where import_id = ${held.id} and ${which} and ${open} returning row_number, key_neq, key_name`.execute(db);
	// While the file is still being checked, the check itself will see what was decided.
	if (!rows || held.state === "checking") return false;
	// With them, those of the same employer, of the former one and of the new one: who comes first in the file may have changed.
	const employers = [...former.map(({ employer_id }) => employer_id), ...(choice === "update" && employerId ? [employerId] : [])];
	const { rows: staged } =
		await sql<StagedRow>`select id, row_number, cells, choice, chosen_employer from import_row where import_id = ${held.id} and ${open} and (row_number = any(${chosen.map(({ row_number }) => row_number)}::int[])
		or key_neq = any(${chosen.flatMap(({ key_neq }) => key_neq ?? [])}::text[]) or key_name = any(${chosen.flatMap(({ key_name }) => key_name ?? [])}::text[])
		or employer_id = any(${employers}::uuid[])) order by row_number limit 2000`.execute(db);
	const reference = await readImportReference(db, { regionCode: caller.regionCode, today });
	const checking: Checking = { importId: held.id, target: held.target, fields: held.columns.map(({ field }) => field ?? ""), who: caller, reference, newId };
	const again = staged.map(({ id }) => id);
	const counts = JSON.stringify(await recounted(db, held.id, again, () => workOf(held.target).check(db, checking, staged)));
	await db
		.updateTable("import")
		.set({ counts, version: held.version + 1 })
		.where("id", "=", held.id)
		.execute();
	return true;
}
