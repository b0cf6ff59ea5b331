import type { Kysely } from "kysely";
import { atWork } from "./at-work.ts";
import type { Context } from "./caller.ts";
import { type FieldProblem, Refusal } from "./refusal.ts";
import type { Tables } from "./sql/tables.ts";

// Kept: a page of 250 rows asks for the same twenty names five thousand times.
const camelNames = new Map<string, string>();
export function camelName(name: string): string {
	const known = camelNames.get(name) ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
	camelNames.set(name, known);
	return known;
}

/** snake_case row → camelCase record; the cursor's own columns stay behind. */
export const camelRow = <T>(row: Record<string, unknown>): T =>
	Object.fromEntries(
		Object.entries(row)
			.filter(([name]) => !name.startsWith("sort_"))
			.map(([name, value]) => [camelName(name), value]),
	) as T;

/** The fields that a change says: one that is left out is not changed. */
export const saidIn = <T extends object>(body: T): Partial<T> =>
	Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<T>;

export const snakeName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** camelCase body → snake_case columns; what was not sent is not touched. */
export const snakeRow = (body: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(body)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [snakeName(name), value]),
	);

/** The version the caller read must be the one that stands; otherwise 412 with the record as it is. */
export async function requireVersion(expected: number | null, actual: number, current: () => Promise<unknown>): Promise<void> {
	if (expected !== null && expected !== actual) throw new Refusal("version-mismatch", { current: await current() });
}

export const mustFind = <T>(row: T | undefined): T => {
	if (row === undefined) throw new Refusal("not-found");
	return row;
};

/** Codes of vocabularies have no foreign key (they are dated data): each is checked on the day. */
export async function requireTerms(
	{
		db,
		today,
		on = today,
	}: Pick<Context, "today"> & { db: Kysely<Tables> /** The day of the record: what was offered then may be named. */; on?: string | undefined },
	wanted: { path: string; vocabulary: string; code: string | null | undefined /** How a code that is not offered is refused. */; fault?: string }[],
): Promise<void> {
	const asked = wanted.filter((item): item is { path: string; vocabulary: string; code: string; fault?: string } => Boolean(item.code));
	if (asked.length === 0) return;
	const known = await db
		.selectFrom("region_term")
		.select(["vocabulary", "code"])
		.where("vocabulary", "in", [...new Set(asked.map(({ vocabulary }) => vocabulary))])
		.where("valid_from", "<=", today)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", on < today ? on : today)]))
		.execute();
	const missing = asked.filter((item) => !known.some((term) => term.vocabulary === item.vocabulary && term.code === item.code));
	if (missing.length > 0) throw new Refusal("invalid-input", { fields: missing.map(({ path, fault = "code" }) => ({ path, code: fault })) });
}

/** Those named that are nobody of the region, or are no longer at work; `found` is what the region knows of them. */
export const faultsOfPeople = (named: { path: string; value: string }[], found: { id: string; at_work: boolean }[]): FieldProblem[] =>
	named.flatMap(({ path, value }) => {
		const person = found.find(({ id }) => id === value);
		return person?.at_work ? [] : [{ path, code: person ? "not-at-work" : "unknown-reference" }];
	});

/** The same, of people of whom nothing else is asked. */
export async function findFaultsOfPeople({ db, caller, today }: Context, named: { path: string; value: string }[]): Promise<FieldProblem[]> {
	if (named.length === 0) return [];
	const found = await db
		.selectFrom("person")
		.select(["id", atWork(today).as("at_work")])
		.where("id", "in", [...new Set(named.map(({ value }) => value))])
		.where("region_code", "=", caller.regionCode)
		.execute();
	return faultsOfPeople(named, found);
}

/** Somebody of the caller's region, working today. */
export async function requirePerson(context: Context, path: string, personId: string | null | undefined): Promise<void> {
	const fields = await findFaultsOfPeople(context, personId ? [{ path, value: personId }] : []);
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
}
