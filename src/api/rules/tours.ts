/** Which places hold the stops from `offset` on, and how many stops of the first of them come before: the rest need not be read. */
export function stopsBetween(places: readonly { code: string; employers: number }[], offset: number, limit: number): { codes: string[]; offset: number } {
	const codes: string[] = [];
	let [before, skipped] = [0, 0];
	for (const { code, employers } of places) {
		const after = before + employers;
		if (employers > 0 && after > offset && before < offset + limit) {
			if (codes.length === 0) skipped = offset - before;
			codes.push(code);
		}
		before = after;
	}
	return { codes, offset: Math.max(0, skipped) };
}
