import { fold } from "#contract/fold.ts";
import { type ImportField, type ImportFieldName, importFields } from "#contract/import-fields.ts";
import { email, localDate, neq, phone, postalCode } from "#contract/primitives.ts";

/** What the house knows, by folded name: read once for a whole file. */
export type ImportReference = {
	/** By name; no two of a region bear the same. */
	missions: Map<string, string>;
	sectors: Map<string, string>;
	/** The region's own today. */
	mrcs: Map<string, string>;
	municipalities: Map<string, { code: string; mrcCode: string; isOurs: boolean }[]>;
	people: Map<string, { id: string; isAtWork: boolean }[]>;
	/** What is dated later has not happened. */
	today: string;
};

export type ImportValues = Partial<Record<ImportFieldName, string | number>>;
export type ValueError = { field: ImportFieldName; code: string; parameters?: Record<string, string | number> };
type Read = { value: string | number; extension?: string } | { code: string; parameters?: Record<string, string | number> } | null;

const forbidden =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
	/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\u200E\u200F\uFFFE\uFFFF]/;
const spreadsheetErrors = /^#(N\/A|N\/D|REF!|VALUE!|VALEUR!|DIV\/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|CALC!)$/i;

/** « 450 555-0123, poste 12 », « (450) 555-0123 ext. 12 », « 1-450-555-0123 #12 »: the number and its extension. */
const withExtension = /^(.*?)[\s,;]*(?:poste|p\.|ext(?:ension)?\.?|x|#)\s*:?\s*([0-9]{1,6})\s*$/i;

function readPhone(text: string): Read {
	const [, before = text, extension] = withExtension.exec(text) ?? [];
	const read = phone.safeParse(before.replace(/^\+?1[\s.-]*(?=[(2-9])/, ""));
	return read.success ? { value: read.data, ...(extension ? { extension } : {}) } : { code: "phone" };
}

/** `1 234`, `1,234`, `1 234,00`, `env. 50`: a whole number, never half of one. */
function readCount(text: string, max: number): Read {
	// A share is no number of anything: « 35 % », or what a workbook keeps of it, 0.35.
	if (/%\s*$/.test(text) || /^0?[.,][0-9]*[1-9]/.test(text)) return { code: "import-percentage" };
	const digits = text
		.replace(/^(env(iron|\.)?|~|±|\+)\s*/i, "")
		.replace(/\s*(employés?|employees?|pers(onnes|\.)?)$/i, "")
		.replace(/[,.]0+$/, "")
		.replace(/[\s\u00A0\u202F']/g, "")
		.replace(/,(?=[0-9]{3}(,|$))/g, "");
	if (!/^[0-9]{1,7}$/.test(digits) || Number(digits) > 1_000_000) return { code: "import-number" };
	return Number(digits) > max ? { code: "too-large", parameters: { maximum: max } } : { value: Number(digits) };
}

function readLine(text: string, max: number): Read {
	const one = text.replace(/\s*[\r\n]+\s*/g, ", ").replace(/[\t ]+/g, " ");
	if (forbidden.test(one)) return { code: "forbidden-characters" };
	return one.length > max ? { code: "too-long", parameters: { maximum: max } } : { value: one };
}

/** By its code, by its label, or both (`31-33 – Fabrication`). */
function readSector(text: string, { sectors }: ImportReference): Read {
	const [code = ""] = /^[0-9]{2}(-[0-9]{2})?/.exec(text) ?? [];
	const value = sectors.get(fold(text)) ?? sectors.get(fold(code)) ?? sectors.get(fold(text.replace(/^[0-9-]+\s*[–—:-]?\s*/, "")));
	return value ? { value } : { code: "import-sector-unknown" };
}

const checked = (schema: { safeParse(value: string): { success: boolean; data?: unknown } }, text: string, code: string): Read => {
	const read = schema.safeParse(text);
	return read.success ? { value: String(read.data) } : { code };
};

function readPerson(text: string, { people }: ImportReference): Read {
	const found = people.get(fold(text)) ?? people.get(fold(text.split(",").reverse().join(" ")));
	if (!found) return { code: "import-advisor-unknown" };
	const [one, another] = found.filter(({ isAtWork }) => isAtWork);
	if (!one) return { code: "not-at-work" };
	return another ? { code: "import-advisor-several" } : { value: one.id };
}

function readMunicipality(text: string, reference: ImportReference, mrcCode: string | undefined): Read {
	const found = reference.municipalities.get(fold(text.replace(/\s*\((qc|québec)\)$|,\s*(qc|québec)$/i, "")));
	if (!found) return { code: "import-municipality-unknown" };
	const ours = found.filter(({ isOurs }) => isOurs);
	if (ours.length === 0) return { code: "import-municipality-elsewhere" };
	const here = mrcCode === undefined ? ours : ours.filter((one) => one.mrcCode === mrcCode);
	if (here.length === 0) return { code: "import-municipality-mrc" };
	return here.length > 1 ? { code: "import-municipality-several" } : { value: here[0]?.code ?? "" };
}

const months = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

/** `2026-03-31`, with or without an hour, `31/03/2026`, `31 mars 2026`; 03/04/2026 is two days, and is refused. */
function readDay(text: string, { today }: ImportReference): Read {
	const day = (year: string, month: number | string, date: string) => `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
	const [, iso] = /^([0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2})(?:[ T][0-9:.]+Z?)?$/.exec(text) ?? [];
	const [, first = "", second = "", year = ""] = /^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$/.exec(text) ?? [];
	const [, date = "", name = "", said = ""] = /^([0-9]{1,2})(?:er)?\s+(\p{L}+)\.?\s+([0-9]{4})$/u.exec(text) ?? [];
	const month = name === "" ? -1 : months.indexOf(fold(name));
	if (first !== "" && first !== second && Number(first) <= 12 && Number(second) <= 12) return { code: "import-date-ambiguous" };
	const [y = "", m = "", d = ""] = iso?.split(/[-/]/) ?? [];
	const value = iso
		? day(y, m, d)
		: first !== ""
			? Number(first) > 12
				? day(year, second, first)
				: day(year, first, second)
			: month >= 0
				? day(said, month + 1, date)
				: text;
	if (!localDate.safeParse(value).success) return { code: "date" };
	return value > today ? { code: "date-in-future" } : { value };
}

function readValue(field: ImportField, text: string, reference: ImportReference, values: ImportValues): Read {
	switch (field.type) {
		case "line":
			return readLine(text, field.max ?? 200);
		case "neq":
			return checked(neq, text, "neq");
		case "count":
			return readCount(text, field.max ?? 1_000_000);
		case "phone":
			return readPhone(text);
		case "extension":
			return /^[0-9]{1,6}$/.test(text.replace(/^(poste|ext\.?|#)\s*/i, "")) ? { value: text.replace(/\D/g, "") } : { code: "phone-extension" };
		case "email":
			return checked(email, text.replace(/^mailto:/i, ""), "email");
		case "postalCode":
			return checked(postalCode, text.replace(/[\s\u00A0\u202F-]/g, ""), "postal-code");
		case "sector":
			return readSector(text, reference);
		case "mrc": {
			const value = reference.mrcs.get(fold(text.replace(/^mrc\s+/i, "")));
			return value ? { value } : { code: "import-mrc-unknown" };
		}
		case "municipality":
			return readMunicipality(text, reference, values.mrc as string | undefined);
		case "person":
			return readPerson(text, reference);
		case "day":
			return readDay(text, reference);
		case "mission": {
			const value = reference.missions.get(fold(text));
			return value ? { value } : { code: "import-mission-unknown" };
		}
	}
}

// The MRC first: it tells homonyms apart. A phone before its extension, which it may carry.
const order = (Object.keys(importFields) as ImportFieldName[]).sort((a, b) => Number(b === "mrc") - Number(a === "mrc"));

/** A row's cells as values. What is empty says nothing: it is no error, and erases nothing. */
export function readValues(textOf: (field: ImportFieldName) => string | null, reference: ImportReference): { values: ImportValues; errors: ValueError[] } {
	const values: ImportValues = {};
	const errors: ValueError[] = [];
	for (const field of order) {
		const text = textOf(field)?.normalize("NFC").trim();
		if (!text) continue;
		if (spreadsheetErrors.test(text)) {
			errors.push({ field, code: "import-cell-error", parameters: { value: text } });
			continue;
		}
		const read = readValue(importFields[field], text, reference, values);
		if (read === null) continue;
		if ("code" in read) errors.push({ field, code: read.code, ...(read.parameters ? { parameters: read.parameters } : {}) });
		else {
			values[field] = read.value;
			if (read.extension && field === "contactPhone" && values.contactExtension === undefined) values.contactExtension = read.extension;
		}
	}
	return { values, errors };
}
