const day = 86_400_000;

/** The formats that a spreadsheet knows by number, and those that spell a day, a month or a year outside of quotation marks. */
export const isDateFormat = (id: number, code = ""): boolean =>
	(id >= 14 && id <= 22) ||
	(id >= 27 && id <= 36) ||
	(id >= 45 && id <= 47) ||
	(id >= 50 && id <= 58) ||
	/[dmy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ""));

/**
 * A day as a spreadsheet counts it, with its time when there is one. Counted from 1900, the 60th day is a 29 February that never was: it is no day,
 * and those after it are one too many (ECMA-376, 18.17.4).
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
	if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466 || (!from1904 && Math.floor(serial) === 60)) return null;
	const days = from1904 ? serial : serial < 60 ? serial + 1 : serial;
	const at = new Date(Math.round(((from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) + days * day) / 1000) * 1000).toISOString();
	return serial % 1 === 0 ? at.slice(0, 10) : `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}
