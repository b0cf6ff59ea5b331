import type { RawBuilder } from "kysely";
import type { Indicator as Definition, IndicatorDimension, indicatorKinds } from "#contract/indicators.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { Period } from "../rules/periods.ts";

export type RowKind = (typeof indicatorKinds)[number];

/** What is asked of an indicator: the days counted, the day it is read as of, for whom. */
export type Question = { period: Period; from: LocalDate; to: LocalDate; asOf: LocalDate; today: LocalDate; region: string };

/** One row per fact: the record that it counts, and how many it weighs. SQL written here, never made of what was sent. */
export type Facts = {
	from: RawBuilder<unknown>;
	/** What is read: figures whose source and range are the same text are read together, in one pass. */
	where: RawBuilder<boolean>;
	/** What is counted of it. */
	filter?: RawBuilder<boolean>;
	key: RawBuilder<unknown>;
	amount?: RawBuilder<unknown>;
	/** No record comes twice, though the figure counts distinct ones. */
	isOnce?: boolean;
};
/** A column of the facts; `join` is added to their source only when the dimension is asked. */
export type Dimension = {
	column: RawBuilder<unknown>;
	join?: RawBuilder<unknown> | readonly RawBuilder<unknown>[];
	/** The join brings a record as many times as it has values. */
	isMany?: boolean;
	/** The values it may have, and when a record has each. */
	cases?: readonly (readonly [value: string, holds: RawBuilder<boolean>])[];
};
export type Dimensions = Partial<Record<IndicatorDimension, Dimension>>;

type Common = Pick<Definition, "id" | "version" | "validFrom" | "wording" | "unit" | "span">;
/** A figure is a query of rows and a reduction: the list behind it cannot disagree with it. */
export type Counted = Common & {
	reduction: "count" | "countDistinct" | "sum" | "median" | "p90";
	rowsAre: RowKind;
	/** `by`: what they are to be broken down by, when it changes which rows tell it. */
	facts: (question: Question, by: readonly IndicatorDimension[]) => Facts;
	dimensions: (question: Question, by: readonly IndicatorDimension[]) => Dimensions;
};
/** One figure over another: both lists are opened. */
export type Ratio = Common & { reduction: "ratio"; numerator: string; denominator: string };
export type AnyIndicator = Counted | Ratio;

type Saying = { name: string; rule: string };
/** The rule counts so since the deployment, unless it says otherwise. */
export const said = (fr: Saying, en: Saying) => ({ version: 1, validFrom: "2019-08-28", wording: { fr, en } }) as const;
