import type { RawBuilder } from "kysely";
import type { IndicatorDimension, Measure } from "#contract/indicators.ts";
import type { Context } from "../caller.ts";
import { countedOf, indicatorOf } from "./catalogue.ts";
import type { Counted, Question } from "./indicator.ts";
import { type Read, type Reading, readTogether } from "./readings.ts";

export type Wanted = {
	id: string;
	by?: readonly IndicatorDimension[];
	/** Beside the equal window before. */
	compared?: boolean;
	/** Each record is in one part and one only: the parts make the whole, which is not read again. Of a share, the parts alone are read. */
	isWhole?: boolean;
};

/** Under five, a share says nothing. */
const fewest = 5;
const share = (part: number | null, whole: number | null, least: number) =>
	whole === null || whole < least || whole === 0 ? null : Math.round(((part ?? 0) / whole) * 1000) / 1000;

const wholeOf = (id: string, parts: Read[]) => (indicatorOf(id).reduction === "ratio" ? null : parts.reduce((sum, { value }) => sum + (value ?? 0), 0));

/** Figures side by side: their values, their parts, and what they were in the equal window before. */
export async function readMeasures(
	context: Context,
	{ now, before }: { now: Question; before: Question },
	wanted: readonly Wanted[],
	within?: (indicator: Counted, question: Question) => RawBuilder<boolean> | undefined,
): Promise<Measure[]> {
	const readings: Reading[] = [];
	const places = new Map<string, number>();
	const plan = (id: string, question: Question, by: readonly IndicatorDimension[]) => {
		const name = `${id} ${question === now} ${by.join()}`;
		const known = places.get(name);
		if (known !== undefined) return known;
		const indicator = countedOf(id);
		places.set(name, readings.push({ indicator, question, by, within: within?.(indicator, question) }) - 1);
		return readings.length - 1;
	};
	const planned = wanted.map(({ id, by = [], compared, isWhole }) => {
		const indicator = indicatorOf(id);
		const [numerator, denominator] = indicator.reduction === "ratio" ? [indicator.numerator, indicator.denominator] : [id, null];
		const isSplit = (one: string) => by.every((name) => Object.hasOwn(countedOf(one).dimensions(now, by), name));
		const pair = (question: Question, split: readonly IndicatorDimension[]) => ({
			value: plan(numerator, question, split),
			whole: denominator === null ? null : plan(denominator, question, isSplit(denominator) ? split : []),
		});
		return { id, by, total: isWhole ? null : pair(now, []), previous: compared ? pair(before, []) : null, parts: by.length > 0 ? pair(now, by) : null };
	});
	const answers = await readTogether(context, readings);
	const alone = (at: number) => answers[at]?.[0]?.value ?? null;
	const figure = (pair: { value: number; whole: number | null }) => (pair.whole === null ? alone(pair.value) : share(alone(pair.value), alone(pair.whole), 1));
	const partsOf = ({ value, whole }: { value: number; whole: number | null }): Read[] => {
		const found = answers[value] ?? [];
		if (whole === null) return found;
		const of = new Map(found.map((one) => [one.keys.join(), one.value]));
		const wholes = readings[whole]?.by.length ? (answers[whole] ?? []) : found.map(({ keys }) => ({ keys, value: alone(whole) }));
		return wholes.map((one) => ({ keys: one.keys, value: share(of.get(one.keys.join()) ?? 0, one.value, fewest) }));
	};
	return planned.map(({ id, by, total, previous, parts }) => ({
		indicator: id,
		by: [...by],
		value: total ? figure(total) : wholeOf(id, parts ? partsOf(parts) : []),
		previous: previous ? figure(previous) : null,
		parts: parts ? partsOf(parts) : [],
	}));
}
