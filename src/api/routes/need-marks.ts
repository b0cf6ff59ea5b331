import { sql } from "kysely";
import {
	createSimplifiedList,
	createWageThreshold,
	listNeedMarks,
	removeSimplifiedList,
	removeWageThreshold,
	type SimplifiedList,
	updateSimplifiedList,
	updateWageThreshold,
	type WageThreshold,
} from "#contract/need-marks.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { camelRow, mustFind, requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";

/** What each of them holds. */
const tables = { wage_threshold: "cents", simplified_list: "occupation_codes" } as const;
type Table = keyof typeof tables;
type Shown = { wage_threshold: WageThreshold; simplified_list: SimplifiedList };

const mayKeep = ({ caller }: Pick<Context, "caller">) => caller.role === "manager";

async function readAll<T extends Table>({ db, caller }: Context, table: T): Promise<Shown[T][]> {
	const { rows } = await sql<Record<string, unknown>>`
		select id, valid_from, source, is_validated, ${sql.ref(tables[table])}, version from ${sql.table(table)} where region_code = ${caller.regionCode} order by valid_from desc`.execute(
		db,
	);
	const update = mayKeep({ caller });
	return rows.map((row) => camelRow<Shown[T]>({ ...row, can: { update, remove: update } }));
}

/** One, held until the end of the request. */
async function hold<T extends Table>(context: Context, table: T, id: string, ifMatch: number | null): Promise<Shown[T]> {
	const { db, caller } = context;
	mustFind(
		await db
			.selectFrom(table as Table)
			.select("id")
			.where("id", "=", id)
			.where("region_code", "=", caller.regionCode)
			.forUpdate()
			.executeTakeFirst(),
	);
	const found = mustFind((await readAll(context, table)).find((one) => one.id === id));
	if (!mayKeep(context)) throw new Refusal("forbidden");
	await requireVersion(ifMatch, found.version, async () => found);
	return found;
}

/** Two marks do not begin on one day, and a list names occupations that exist. */
async function requireSound(context: Context, table: Table, id: string, body: { validFrom?: string | undefined; occupationCodes?: string[] | undefined }) {
	const others = (await readAll(context, table)).filter((one) => one.id !== id);
	if (others.some(({ validFrom }) => validFrom === body.validFrom)) throw invalid("validFrom", "day-taken");
	const codes = [...new Set(body.occupationCodes ?? [])];
	if (codes.length === 0) return;
	const known = await context.db.selectFrom("occupation").select("code").where("code", "in", codes).execute();
	if (known.length < codes.length) throw invalid("occupationCodes", "unknown-reference");
}

async function add<T extends Table>(context: Context, table: T, body: { id: string; validFrom: string; occupationCodes?: string[] }): Promise<Shown[T]> {
	await requireSound(context, table, body.id, body);
	await context.db
		.insertInto(table as Table)
		.values({ ...snakeRow(body), region_code: context.caller.regionCode } as never)
		.execute();
	return mustFind((await readAll(context, table)).find(({ id }) => id === body.id));
}

async function change<T extends Table>(context: Context, table: T, id: string, body: object, ifMatch: number | null): Promise<Shown[T]> {
	const before = await hold(context, table, id, ifMatch);
	await requireSound(context, table, id, body);
	await context.db
		.updateTable(table as Table)
		.set({ ...snakeRow(body as Record<string, unknown>), version: before.version + 1 } as never)
		.where("id", "=", id)
		.execute();
	return mustFind((await readAll(context, table)).find((one) => one.id === id));
}

async function remove(context: Context, table: Table, id: string, ifMatch: number | null): Promise<null> {
	await hold(context, table, id, ifMatch);
	await context.db.deleteFrom(table).where("id", "=", id).execute();
	return null;
}

export const needMarkRoutes = [
	implement(listNeedMarks, async (context) => ({
		thresholds: await readAll(context, "wage_threshold"),
		lists: await readAll(context, "simplified_list"),
		can: { add: mayKeep(context) },
	})),
	implement(createWageThreshold, (context, { body }) => add(context, "wage_threshold", body)),
	implement(updateWageThreshold, (context, { params, body, ifMatch }) => change(context, "wage_threshold", params.id, body, ifMatch)),
	implement(removeWageThreshold, (context, { params, ifMatch }) => remove(context, "wage_threshold", params.id, ifMatch)),
	implement(createSimplifiedList, (context, { body }) => add(context, "simplified_list", body)),
	implement(updateSimplifiedList, (context, { params, body, ifMatch }) => change(context, "simplified_list", params.id, body, ifMatch)),
	implement(removeSimplifiedList, (context, { params, ifMatch }) => remove(context, "simplified_list", params.id, ifMatch)),
];
