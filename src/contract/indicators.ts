import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { facetQuery, facets, id, listQuery, localDate, page } from "./primitives.ts";

/** « I02 », or one of the figures of an entry of the catalogue: « I14-onTime » (domain §3.2). */
const indicatorId = z.string().check(z.regex(/^I[0-9]{2}(-[a-zA-Z]{1,30})?$/, { error: "code" }));
const indicatorParams = z.strictObject({ id: indicatorId });

/**
 * The period and the day: one of `fiscalYear` (« 2020-2021 », April to March), `quarter` (« 2020-2021-T3 »), `month` (« 2020-11 »), or `from` and `to`.
 * Without any, the fiscal year of `asOf`. Without `asOf`, today, or the last day of a period that is over. Event dates only, never the day of recording.
 */
export const periodQuery = z.strictObject({
	asOf: z.optional(localDate),
	fiscalYear: z.optional(z.string().check(z.regex(/^[12][0-9]{3}-[12][0-9]{3}$/, { error: "period" }))),
	quarter: z.optional(z.string().check(z.regex(/^[12][0-9]{3}-[12][0-9]{3}-T[1-4]$/, { error: "period" }))),
	month: z.optional(z.string().check(z.regex(/^[12][0-9]{3}-(0[1-9]|1[0-2])$/, { error: "period" }))),
	from: z.optional(localDate),
	to: z.optional(localDate),
});
export type PeriodQuery = z.output<typeof periodQuery>;

/** What may break a figure down, and what narrows its rows: the fields of the filter. */
export const indicatorDimensions = {
	mrcCode: { type: "code", facet: true },
	sectorCode: { type: "code", facet: true },
	size: { type: "code", facet: true },
	personId: { type: "id", facet: true },
	role: { type: "code", facet: true },
	servicePointId: { type: "id", facet: true },
	stage: { type: "code", facet: true },
	type: { type: "code", facet: true },
	standing: { type: "code", facet: true },
	occupationCode: { type: "code", facet: true },
	country: { type: "code", facet: true },
	missionId: { type: "id", facet: true },
} as const satisfies FieldSet;
export type IndicatorDimension = keyof typeof indicatorDimensions;
export const dimensionNames = Object.keys(indicatorDimensions) as IndicatorDimension[];

/** All the fields that the rows of an indicator may have; each has those of its own dimensions, and refuses the others. */
export const indicatorRowFields = {
	title: { type: "text", sort: true },
	on: { type: "date", sort: true },
	amount: { type: "number", sort: true },
	...indicatorDimensions,
} as const satisfies FieldSet;

export const indicatorUnits = [
	"employers",
	"visits",
	"interactions",
	"cases",
	"posts",
	"accounts",
	"contacts",
	"offers",
	"courses",
	"participations",
	"applications",
	"interviews",
	"hires",
	"files",
	"followUps",
	"signals",
	"days",
	"share",
	"people",
	"servicePoints",
] as const;
export const indicatorKinds = [
	"employer",
	"visit",
	"supportCase",
	"labourNeed",
	"followUp",
	"toolUse",
	"missionRegistration",
	"immigrationLine",
	"signal",
	"person",
	"servicePoint",
] as const;
export const reductions = ["count", "countDistinct", "sum", "median", "p90", "ratio"] as const;

const wording = z.strictObject({ name: z.string(), rule: z.string() });
const dimension = z.enum(dimensionNames);
/** What a figure is: its rule in words, what its rows are, how they become a number, by what it may be broken down. */
export const indicator = z.strictObject({
	id: z.string(),
	version: z.int(),
	/** The rule counts so since that day. */
	validFrom: localDate,
	wording: z.strictObject({ fr: wording, en: wording }),
	unit: z.enum(indicatorUnits),
	/** `window`: dated in the period · `sinceDeployment`: from the deployment to the day · `asOf`: as it stood on the day. */
	span: z.enum(["window", "sinceDeployment", "asOf"]),
	reduction: z.enum(reductions),
	/** The record behind a row; a ratio has the rows of its two parts instead. */
	rowsAre: z.nullable(z.enum(indicatorKinds)),
	ratioOf: z.nullable(z.strictObject({ numerator: z.string(), denominator: z.string() })),
	dimensions: z.array(dimension),
});
export type Indicator = z.output<typeof indicator>;

export const periodRead = z.strictObject({
	kind: z.enum(["fiscalYear", "quarter", "month", "free"]),
	code: z.nullable(z.string()),
	from: localDate,
	to: localDate,
	asOf: localDate,
});
/** The window asked, cut at its day, and the equal one before it. */
export const periods = z.strictObject({ period: periodRead, previousPeriod: periodRead });

/** The share of a value that one or two dimensions have; « nothing » is a key too: an employer without a sector. */
export const part = z.strictObject({ keys: z.array(z.nullable(z.string())), value: z.nullable(z.number()) });
/** Null when there is nothing to divide by, or to take the middle of. */
export const measure = z.strictObject({
	indicator: z.string(),
	by: z.array(dimension),
	value: z.nullable(z.number()),
	previous: z.nullable(z.number()),
	parts: z.array(part),
});
export type Measure = z.output<typeof measure>;

const filter = z.optional(z.string().check(z.maxLength(2000)));

/** One record that a figure counts. `isHere` is false when the employer has left the region since: its own record is no longer read. */
export const indicatorRow = z.strictObject({
	id,
	kind: z.enum(indicatorKinds),
	title: z.string(),
	on: z.nullable(localDate),
	amount: z.nullable(z.number()),
	employerId: z.nullable(id),
	isHere: z.boolean(),
	mrcCode: z.nullable(z.string()),
	sectorCode: z.nullable(z.string()),
	personId: z.nullable(id),
	stage: z.nullable(z.string()),
	/** A mode of visit, a kind of follow-up, an event of a tool, a role, an occupation. */
	type: z.nullable(z.string()),
	detail: z.nullable(z.string()),
});
export type IndicatorRow = z.output<typeof indicatorRow>;

export const listIndicators = endpoint({
	id: "listIndicators",
	method: "GET",
	path: "/indicators",
	summary: "The catalogue (domain §3.2): each figure with its rule in words, its version, its unit, its dimensions.",
	output: z.strictObject({ items: z.array(indicator) }),
	roles: fieldRoles,
});
export const getIndicator = endpoint({
	id: "getIndicator",
	method: "GET",
	path: "/indicators/{id}",
	summary:
		"One figure for a period as of a day, beside the equal window before; `by` one or two of its dimensions. An employer served in two MRC counts once in the total and once in each (domain §3.1).",
	params: indicatorParams,
	query: z.strictObject({ ...periodQuery.shape, by: z.optional(z.string().check(z.regex(/^[A-Za-z]+(,[A-Za-z]+)?$/, { error: "code" }))), filter }),
	fields: indicatorRowFields,
	output: z.strictObject({ ...measure.shape, ...periods.shape, definition: indicator }),
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const listIndicatorRows = endpoint({
	id: "listIndicatorRows",
	method: "GET",
	path: "/indicators/{id}/rows",
	summary: "The records that a figure counts, a page at a time: their total is the figure. A ratio has no rows of its own: its two parts do.",
	params: indicatorParams,
	query: z.strictObject({ ...listQuery.shape, ...periodQuery.shape }),
	fields: indicatorRowFields,
	output: page(indicatorRow),
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const countIndicatorRows = endpoint({
	id: "countIndicatorRows",
	method: "GET",
	path: "/indicators/{id}/facets",
	summary: "The records that a figure counts, by value of the dimensions asked.",
	params: indicatorParams,
	query: z.strictObject({ ...facetQuery.shape, ...periodQuery.shape }),
	fields: indicatorRowFields,
	output: facets,
	roles: fieldRoles,
	refusals: ["not-found"],
});
