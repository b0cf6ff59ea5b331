import { type RawBuilder, sql } from "kysely";
import { countIndicatorRows, getIndicator, type Indicator, type IndicatorDimension, listIndicatorRows, listIndicators } from "#contract/indicators.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { catalogue, countedOf, indicatorOf } from "../indicators/catalogue.ts";
import type { AnyIndicator, Counted, Question } from "../indicators/indicator.ts";
import { readMeasures } from "../indicators/measures.ts";
import { periodsOf, readDimensions, readQuestion } from "../indicators/question.ts";
import { presentRow, rowsOf } from "../indicators/rows.ts";
import { and, conditionsOf, readFilter } from "../list.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";

const partsOf = (indicator: AnyIndicator): Counted[] =>
	indicator.reduction === "ratio" ? [countedOf(indicator.numerator), countedOf(indicator.denominator)] : [indicator];

function define(indicator: AnyIndicator, question: Question): Indicator {
	const { id, version, validFrom, wording, unit, span, reduction } = indicator;
	const dimensions = [...new Set(partsOf(indicator).flatMap((part) => Object.keys(part.dimensions(question, []))))] as IndicatorDimension[];
	return {
		id,
		version,
		validFrom,
		wording,
		unit,
		span,
		reduction,
		dimensions,
		rowsAre: indicator.reduction === "ratio" ? null : indicator.rowsAre,
		ratioOf: indicator.reduction === "ratio" ? { numerator: indicator.numerator, denominator: indicator.denominator } : null,
	};
}

/** The same filter as the rows, so that a narrowed list has its own figure. */
const narrowedBy = (context: Context, filter: string | undefined) =>
	filter === undefined
		? undefined
		: (indicator: Counted, question: Question): RawBuilder<boolean> => {
				const list = rowsOf(indicator, question);
				const conditions = and(conditionsOf(list, context, { filter: readFilter(filter, list.fields) }));
				return sql<boolean>`${indicator.facts(question, []).key} in (select ${list.id} from ${list.from} where ${conditions})`;
			};

export const indicatorRoutes = [
	implement(listIndicators, async (context) => {
		const { now } = readQuestion(context, {});
		return { items: catalogue.map((indicator) => define(indicator, now)) };
	}),

	implement(getIndicator, async (context, { params, query: { by, filter, ...asked } }) => {
		const indicator = indicatorOf(params.id);
		const questions = readQuestion(context, asked);
		const dimensions = readDimensions(partsOf(indicator).slice(0, 1), questions.now, by);
		const [measure] = await readMeasures(context, questions, [{ id: indicator.id, by: dimensions, compared: true }], narrowedBy(context, filter));
		if (!measure) throw new Error(`${indicator.id} was not measured`);
		return { ...measure, ...periodsOf(questions), definition: define(indicator, questions.now) };
	}),

	implement(listIndicatorRows, async (context, { params, query: { q, filter, sort, after, offset, limit, ...asked } }) => {
		const indicator = countedOf(params.id);
		const { now } = readQuestion(context, asked);
		const { rows, total, next } = await readPage(context, rowsOf(indicator, now), { q, filter, sort, after, offset, limit });
		return { items: rows.map((row) => presentRow(indicator, row)), total, next };
	}),

	implement(countIndicatorRows, async (context, { params, query: { q, filter, fields, ...asked } }) => {
		const { now } = readQuestion(context, asked);
		return readFacets(context, rowsOf(countedOf(params.id), now), { fields, ...(q === undefined ? {} : { q }), ...(filter === undefined ? {} : { filter }) });
	}),
];
