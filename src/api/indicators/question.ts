import type { IndicatorDimension, PeriodQuery } from "#contract/indicators.ts";
import type { Context } from "../caller.ts";
import { invalid } from "../refusal.ts";
import { endOf, type Period, PeriodError, previousOf, readPeriod } from "../rules/periods.ts";
import type { Counted, Question } from "./indicator.ts";

const questionOf = ({ today, caller }: Context, period: Period): Question => ({
	period,
	from: period.from,
	to: endOf(period),
	asOf: period.asOf,
	today,
	region: caller.regionCode,
});

/** What is asked, and the same of the equal window before. */
export function readQuestion(context: Context, query: PeriodQuery): { now: Question; before: Question } {
	try {
		const period = readPeriod(query, context.today);
		return { now: questionOf(context, period), before: questionOf(context, previousOf(period)) };
	} catch (error) {
		if (error instanceof PeriodError) throw invalid(error.field, error.code);
		throw error;
	}
}

export const periodsOf = ({ now, before }: { now: Question; before: Question }) => ({ period: now.period, previousPeriod: before.period });

/** `mrcCode,sectorCode` → two dimensions that the figure allows. */
export function readDimensions(indicators: readonly Counted[], question: Question, by: string | undefined): IndicatorDimension[] {
	const wanted = [...new Set(by ? by.split(",") : [])] as IndicatorDimension[];
	for (const name of wanted) if (!indicators.some((one) => Object.hasOwn(one.dimensions(question, []), name))) throw invalid("query.by", "dimension");
	return wanted;
}
