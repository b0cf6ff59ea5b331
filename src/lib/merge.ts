export type Clash = { field: string; base: unknown; mine: unknown; theirs: unknown };

/** Absent and null are both nothing. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Of what a form says, what is otherwise than before, lists by what they hold: a colleague's change to another field stands. */
export const changedFields = <T extends object>(now: T, before: Partial<T>): Partial<T> =>
	Object.fromEntries(Object.entries(now).filter(([field, value]) => !same(value, before[field as keyof T]))) as Partial<T>;

/**
 * Three ways, field by field: what I did not touch is what stands now, what only I touched is mine.
 * A field that both changed, each to something else, is a clash; there mine stays until somebody chooses.
 */
export function mergeThreeWays<T extends object>(base: Partial<T>, mine: T, theirs: Partial<T>): { merged: T; clashes: Clash[] } {
	const clashes: Clash[] = [];
	const merged = Object.entries(mine).map(([field, own]) => {
		const name = field as keyof T;
		if (same(own, base[name])) return [field, theirs[name]];
		if (!same(theirs[name], base[name]) && !same(theirs[name], own)) clashes.push({ field, base: base[name], mine: own, theirs: theirs[name] });
		return [field, own];
	});
	return { merged: Object.fromEntries(merged) as T, clashes };
}
