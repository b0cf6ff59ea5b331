/** 0 → A, 25 → Z, 26 → AA: a column as the spreadsheet shows it. */
export function letterOf(index: number): string {
	const rest = Math.floor(index / 26) - 1;
	return `${rest >= 0 ? letterOf(rest) : ""}${String.fromCharCode(65 + (index % 26))}`;
}

/** `AB12` → 27; nothing when it is no place. */
export function indexOf(place: string): number | null {
	const letters = /^([A-Z]{1,3})[0-9]{1,7}$/.exec(place)?.[1];
	if (!letters) return null;
	let index = 0;
	for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
	return index - 1;
}
