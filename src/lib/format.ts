import { type Language, useLanguage } from "./preferences.ts";

const locale = (language: Language) => (language === "fr" ? "fr-CA" : "en-CA");
const day = (value: string) => new Date(`${value}T12:00:00Z`);

/** Numbers, money and days as a Québec reader expects them; one set per language, made once. */
function makeFormat(language: Language) {
	const tag = locale(language);
	const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
	const signed = new Intl.NumberFormat(tag, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
	const money = new Intl.NumberFormat(tag, { style: "currency", currency: "CAD", currencyDisplay: "narrowSymbol" });
	const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
	const prose = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
	const dayAndMonth = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", timeZone: "UTC" });
	const short = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone: "UTC" });
	const moment = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short", timeZone: "America/Toronto" });
	// Swedes write days and hours as files do.
	const stamp = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone: "America/Toronto" });
	const list = new Intl.ListFormat(tag, { style: "long", type: "conjunction" });
	const plural = new Intl.PluralRules(tag);
	// ICU writes « 1 septembre »; Québec writes « 1er septembre » (Vitrine linguistique).
	const first = (text: string) => (language === "fr" ? text.replace(/^1 /, "1er ") : text);
	return {
		number: (value: number) => number.format(value),
		/** A change: « +24 », « −12 ». */
		signed: (value: number) => signed.format(value).replace("-", "\u2212"),
		/** Integer cents → `16,50 $`; the cents of a whole dollar too, or the figures of a column would not stand one under the other. */
		money: (cents: number) => money.format(cents / 100),
		percent: (ratio: number) => percent.format(ratio),
		/** `2021-09-30` → « 30 septembre 2021 ». */
		prose: (date: string) => first(prose.format(day(date))),
		/** `2021-09-30` → « 30 septembre ». */
		dayAndMonth: (date: string) => first(dayAndMonth.format(day(date))),
		/** `2021-09-30` → « 30 sept. ». */
		short: (date: string) => first(short.format(day(date))),
		/** An instant → « 24 nov. 2026, 14 h 05 », by the ministry's clock. */
		moment: (instant: string) => first(moment.format(new Date(instant)).replace(/\b0(?=\d\sh\s)/, "")),
		/** The same for a file: « 2026-11-24 14:05:00 ». */
		stamp: (instant: string) => stamp.format(new Date(instant)),
		list: (items: string[]) => list.format(items),
		/** French counts 0 and 1 as singular, English only 1. */
		plural: (count: number, one: string, other: string) => `${number.format(count)}\u00A0${plural.select(count) === "one" ? one : other}`,
	};
}

export type Format = ReturnType<typeof makeFormat>;
const formats: Partial<Record<Language, Format>> = {};
export const formatFor = (language: Language): Format => (formats[language] ??= makeFormat(language));
export const useFormat = () => formatFor(useLanguage());

/** `1144223344` → `1144 2233 44`, as the Registraire prints it. */
export const formatNeq = (neq: string) => neq.replace(/^(\d{4})(\d{4})(\d{2})$/, "$1\u00A0$2\u00A0$3");

/** `+14505550123` → `450 555-0123`. */
export const formatPhone = (phone: string) => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1\u00A0$2-$3");
