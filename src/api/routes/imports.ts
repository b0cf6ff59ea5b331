import { type RawBuilder, sql, type Transaction } from "kysely";
import { importTargetRules, mayBring } from "#contract/import-fields.ts";
import { applyImport, cancelImport, countImports, createImport, type DataImport, getImport, listImports, undoImport, updateImport } from "#contract/imports.ts";
import { asCaller, type Context } from "../caller.ts";
import { implement, implementUpload, type Upload } from "../implement.ts";
import { undoLeadsTo } from "../imports/import-work.ts";
import { receiveFile } from "../imports/receive-file.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { mustFind, requireVersion } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import type { Tables } from "../sql/tables.ts";
import { importList } from "./import-list.ts";
import { presentSummary, readImport } from "./import-presenting.ts";

/** The import, held until the end of the request, if the caller may do this with it as it stands. */
export async function holdImport(context: Context, id: string, action: "change" | "decide" | "apply" | "cancel" | "undo"): Promise<DataImport> {
	mustFind(
		await context.db.selectFrom("import").select("id").where("id", "=", id).where("region_code", "=", context.caller.regionCode).forUpdate().executeTakeFirst(),
	);
	const found = await readImport(context, id);
	if (found.can[action]) return found;
	const mayAtAll = found.createdById === context.caller.personId || (context.caller.role === "manager" && (action === "cancel" || action === "undo"));
	throw new Refusal(mayAtAll ? "conflict" : "forbidden");
}

/** Another stage begins; whoever worked on the former one sees it at its next step. */
export async function beginStage(
	context: Context,
	id: string,
	set: Partial<{
		state: string;
		undo_leads_to: string | RawBuilder<string>;
		sheet: number;
		fields: string[];
		applied_at: string;
		ended_at: string;
		version: number;
		runs: RawBuilder<string[]>;
		fault: null;
	}>,
) {
	await context.db
		.updateTable("import as i")
		// Whoever held it sees that it no longer does.
		.set({ done: 0, lease_owner: null, lease_until: null, asked_by: context.caller.personId, asked_role: context.caller.role, ...set })
		.where("id", "=", id)
		.execute();
	context.wakeImport(id);
	return readImport(context, id);
}

function requireFields(target: DataImport["target"], columns: readonly (string | null)[]) {
	const allowed: readonly string[] = importTargetRules[target].fields;
	for (const [index, field] of columns.entries()) {
		if (field === null) continue;
		if (!allowed.includes(field)) throw invalid(`columns.${index}`, "field-not-here");
		if (columns.indexOf(field) !== index) throw invalid(`columns.${index}`, "field-twice");
	}
}

async function receive({ ports, caller, query, id, body, now, today, language }: Upload<typeof createImport>) {
	const { imports } = ports;
	if (!imports) throw new Refusal("not-found");
	if (!mayBring(caller.role, query.target)) throw new Refusal("forbidden");
	const inRegion = <T>(work: (db: Transaction<Tables>) => Promise<T>) => asCaller(ports.database, caller, work);
	const file = { id, regionCode: caller.regionCode, personId: caller.personId, role: caller.role, ...query };
	await receiveFile({ inRegion, newId: ports.newId, breathe: () => imports.breathe() }, { ...file, createdAt: now, today }, body.chunks());
	imports.wake(id);
	return inRegion((db) => readImport({ db, caller, language, today }, id));
}

export const importRoutes = [
	implement(listImports, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, importList, query);
		return { items: rows.map((row) => presentSummary(context, row)), total, next };
	}),

	implement(countImports, (context, { query }) => readFacets(context, importList, query)),

	implement(getImport, (context, { params }) => readImport(context, params.id)),

	implementUpload(createImport, receive),

	implement(updateImport, async (context, { params, body, ifMatch }) => {
		const before = await holdImport(context, params.id, "change");
		await requireVersion(ifMatch, before.version, async () => before);
		const version = before.version + 1;
		if (body.sheet !== undefined && body.sheet !== before.sheet) {
			if (!before.sheets.some(({ index }) => index === body.sheet)) throw invalid("sheet", "file-sheet");
			return beginStage(context, params.id, { state: "reading", sheet: body.sheet, version });
		}
		if (!body.columns) return before;
		const columns = before.columns.map((_, index) => body.columns?.[index] ?? null);
		requireFields(before.target, body.columns);
		return beginStage(context, params.id, { state: "checking", fields: columns.map((field) => field ?? ""), version });
	}),

	implement(applyImport, async (context, { params }) => {
		const { appliedAt } = await holdImport(context, params.id, "apply");
		// What it writes first bears its own name in the journal; what is matched and written later, a name of its own.
		const runs = sql<string[]>`i.runs || ${appliedAt === null ? params.id : context.newId()}::uuid`;
		return beginStage(context, params.id, { state: "applying", applied_at: appliedAt ?? context.now.toISOString(), runs, fault: null });
	}),

	implement(cancelImport, async (context, { params }) => {
		const { state } = await holdImport(context, params.id, "cancel");
		if (state === "applying") return beginStage(context, params.id, { state: "undoing", undo_leads_to: undoLeadsTo("cancelled") });
		return beginStage(context, params.id, { state: "cancelled", ended_at: context.now.toISOString() });
	}),

	implement(undoImport, async (context, { params }) => {
		await holdImport(context, params.id, "undo");
		return beginStage(context, params.id, { state: "undoing", undo_leads_to: "undone", fault: null });
	}),
];
