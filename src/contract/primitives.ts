import * as z from "zod/mini";

// NUL, unpaired surrogates and bidirectional controls never belong in a record: the first breaks PostgreSQL, the last hide text from a reader.
const forbidden =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
	/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\u200E\u200F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const clean = () =>
	z.string().check(
		z.refine((value) => !forbidden.test(value), { error: "forbidden-characters", abort: true }),
		z.overwrite((value) => value.normalize("NFC").trim()),
	);

/** One line of text, NFC and trimmed. */
export const line = (max = 200, min = 1) =>
	clean().check(z.minLength(min, { error: "required" }), z.maxLength(max), z.regex(/^[^\r\n]*$/, { error: "one-line" }));
/** Several lines. */
export const prose = (max = 1500) => clean().check(z.maxLength(max));

/** Made by the client, version 4 or 7, lower case. */
export const id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, { error: "id" }));

const isCalendarDay = (value: string) => {
	const match = /^([12][0-9]{3})-([0-9]{2})-([0-9]{2})$/.exec(value);
	if (!match) return false;
	const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** A day of the calendar, `YYYY-MM-DD`: never an instant (PostgreSQL would take `infinity`, `now`, `epoch`). */
export const localDate = z.string().check(z.refine(isCalendarDay, { error: "date" }));
export type LocalDate = z.output<typeof localDate>;

/** Numéro d'entreprise du Québec: 10 digits, prefix 11, 22, 33 or 88; no check digit is documented (Registraire des entreprises). */
export const neq = z.string().check(
	z.overwrite((value) => value.replace(/[\s\u00A0\u202F-]/g, "")),
	z.regex(/^(11|22|33|88)[0-9]{8}$/, { error: "neq" }),
);

/** E.164, North America: `+14505550123`; typed forms are normalised. */
export const phone = z.string().check(
	z.overwrite((value) => {
		const digits = value.replace(/[^0-9]/g, "");
		return digits.length === 10 ? `+1${digits}` : `+${digits}`;
	}),
	z.regex(/^\+1[2-9][0-9]{2}[2-9][0-9]{6}$/, { error: "phone" }),
);

export const email = z.string().check(
	z.overwrite((value) => value.trim()),
	z.regex(/^[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>.]{2,}$/, { error: "email" }),
	z.maxLength(254),
);

/** Canadian postal code, stored `J4K 1A1`. */
export const postalCode = z.string().check(
	z.overwrite((value) =>
		value
			.replace(/[\s\u00A0]/g, "")
			.toUpperCase()
			.replace(/^(.{3})(.{3})$/, "$1 $2"),
	),
	z.regex(/^[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]$/, { error: "postal-code" }),
);

export const count = (min: number, max: number) =>
	z.number().check(
		z.refine((value) => Number.isInteger(value), { error: "whole-number", abort: true }),
		z.minimum(min),
		z.maximum(max),
	);
/** Integer cents, Canadian dollars. */
export const cents = count(0, 1_000_000_000_00);
/** A code of a vocabulary; the API checks that it exists at the date. */
export const code = z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/, { error: "code" }));
/** CNP 2021: five digits, the second is the FEER. */
export const occupationCode = z.string().check(z.regex(/^[0-9]{5}$/, { error: "occupation" }));

export const version = z.int();
/** What the caller may do with this record, decided by the API. */
export const can = z.record(z.string(), z.boolean());

export const idParams = z.strictObject({ id });
export const nothing = z.null();

/** One page of a list: its rows, how many there are in all, and the cursor of what follows. */
export const page = <T extends z.ZodMiniType>(item: T) => z.strictObject({ items: z.array(item), total: z.int(), next: z.nullable(z.string()) });
/** What the rows of a page say, by name. */
export const columnsOf = (output: z.ZodMiniType) => Object.keys((output as ReturnType<typeof page<z.ZodMiniObject>>).shape.items.def.element.shape);

/** The same questions for every list. `after` (a cursor) or `offset`, never both; `sort` is `field` or `-field`, several by commas; `filter` is the language of filter.ts. */
export const listQuery = z.strictObject({
	q: z.optional(clean().check(z.maxLength(200))),
	filter: z.optional(z.string().check(z.maxLength(2000))),
	sort: z.optional(z.string().check(z.regex(/^-?[A-Za-z]+(,-?[A-Za-z]+)*$/, { error: "sort" }))),
	after: z.optional(z.string().check(z.maxLength(2000))),
	offset: z.optional(
		z.coerce.number().check(
			z.refine((value) => Number.isInteger(value), { error: "whole-number" }),
			z.minimum(0),
			z.maximum(10_000_000),
		),
	),
	limit: z.optional(
		z.coerce.number().check(
			z.refine((value) => Number.isInteger(value), { error: "whole-number" }),
			z.minimum(1),
			z.maximum(500),
		),
	),
});
export type ListQuery = z.output<typeof listQuery>;

/** Counts by value for the facets asked, each with every filter but its own. */
export const facetQuery = z.strictObject({ q: z.optional(z.string()), filter: z.optional(z.string().check(z.maxLength(2000))), fields: z.string() });
export const facets = z.record(z.string(), z.array(z.strictObject({ value: z.nullable(z.string()), count: z.int() })));

export const fieldError = z.strictObject({ path: z.string(), code: z.string(), message: z.string() });
/** application/problem+json (RFC 9457). `errors[].path` is the field's path in the body, or `query.sort`. */
export const problem = z.strictObject({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	code: z.string(),
	detail: z.optional(z.string()),
	errors: z.optional(z.array(fieldError)),
	/** What a case lacks to enter the stage. */
	missing: z.optional(z.array(z.strictObject({ criterion: z.string(), label: z.string() }))),
	/** The record as it stands, on a 412. */
	current: z.optional(z.unknown()),
	/** Seconds to wait before another attempt, on a 429. */
	retryAfter: z.optional(z.int()),
	requestId: z.optional(z.string()),
});
export type Problem = z.output<typeof problem>;

/** For pages whose content security policy forbids eval: zod compiles nothing. */
export const withoutEval = () => z.config({ jitless: true });
