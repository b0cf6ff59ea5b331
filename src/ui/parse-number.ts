/**
 * What a person means by « 1 234,5 », « 1,234.50 » or « 27,50 $ ». Spaces of every kind are dropped; the last of comma and
 * point is the decimal mark. Empty → null; not a number → NaN, which the form's schema refuses.
 */
export function parseNumber(typed: string): number | null {
	const bare = typed.replace(/[\s\u00A0\u202F$%]/g, "").replace(/\u2212/g, "-");
	if (bare === "") return null;
	const mark = Math.max(bare.lastIndexOf(","), bare.lastIndexOf("."));
	const whole = (mark < 0 ? bare : bare.slice(0, mark)).replace(/[.,]/g, "");
	const normal = mark < 0 ? whole : `${whole}.${bare.slice(mark + 1)}`;
	return /^-?([0-9]+\.?[0-9]*|\.[0-9]+)$/.test(normal) ? Number(normal) : Number.NaN;
}

/** Dollars as typed → integer cents. Three digits after a lone mark are thousands: nobody writes tenths of a cent. */
export function parseCents(typed: string): number | null {
	const groups = typed.replace(/^([^.,]*[0-9])[.,]([0-9]{3})(?![0-9.,])/, "$1$2");
	const dollars = parseNumber(groups);
	return dollars === null ? null : Math.round(Number((dollars * 100).toFixed(4)));
}
