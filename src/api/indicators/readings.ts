import { type RawBuilder, sql } from "kysely";
import type { IndicatorDimension } from "#contract/indicators.ts";
import type { Context } from "../caller.ts";
import { factsWith, valuesOf } from "./facts.ts";
import type { Counted, Question } from "./indicator.ts";
import { Pass } from "./pass.ts";

export type Reading = { indicator: Counted; question: Question; by: readonly IndicatorDimension[]; within?: RawBuilder<boolean> | undefined };
export type Read = { keys: (string | null)[]; value: number | null };

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

/** Can it be told from rows counted by group? What counts distinct records, or is narrowed to a list, is read by itself. */
const isAdded = ({ indicator, within }: Reading, isOnce: boolean) => isOnce && within === undefined && indicator.reduction !== "p90";

/**
 * All that is to be read, in one statement. Figures of one source and one range are counted in one pass over it, grouped by all that splits any of
 * them; each is then added up from the groups. The others are read one by one, as their text says.
 */
export async function readTogether({ db }: Context, readings: readonly Reading[]): Promise<Read[][]> {
	const answers: Read[][] = readings.map(() => []);
	const passes = new Map<string, Pass>();
	const alone: RawBuilder<unknown>[] = [];
	for (const [at, reading] of readings.entries()) {
		const { indicator, question, by, within } = reading;
		// A dimension of few known values is a condition for each of them: its record is not repeated.
		const cases = by.length === 1 ? indicator.dimensions(question, by)[by[0] as IndicatorDimension]?.cases : undefined;
		const facts = factsWith(indicator, question, cases ? [] : by);
		if (!isAdded(reading, facts.isOnce)) {
			alone.push(sql`select ${at}::int as at, key_0, key_1, value, null::text as groups from (${valuesOf(indicator, question, by, within)}) found`);
			continue;
		}
		const isMiddle = indicator.reduction === "median";
		const text = sql`${facts.source} where ${facts.range}`.compile(db);
		const name = `${isMiddle} ${text.sql} ${JSON.stringify(text.parameters)}`;
		const pass = passes.get(name) ?? new Pass(facts.source, facts.range, db);
		passes.set(name, pass);
		for (const [key, holds] of cases ?? [[null, undefined] as const]) {
			const told = pass.ask({ reduction: indicator.reduction, columns: facts.columns, amount: facts.amount, filters: [facts.filter, holds] });
			pass.hear((groups) =>
				answers[at]?.push(...told(groups).flatMap(({ keys, value }) => (cases ? (value ? [{ keys: [key], value }] : []) : [{ keys, value: rounded(value) }]))),
			);
		}
	}
	const together = [...passes.values()];
	const parts = [
		...together.map((pass, at) => sql`select ${-1 - at}::int as at, null as key_0, null as key_1, null::float8 as value, (${pass.statement()}) as groups`),
		...alone,
	];
	const { rows } = await sql<{ at: number; key_0: string | null; key_1: string | null; value: number | null; groups: string | null }>`${sql.join(
		parts,
		sql` union all `,
	)}`.execute(db);
	for (const { at, key_0, key_1, value, groups } of rows)
		if (at < 0) together[-1 - at]?.tell(groups);
		else answers[at]?.push({ keys: [key_0, key_1].slice(0, readings[at]?.by.length), value: rounded(value) });
	return answers;
}
