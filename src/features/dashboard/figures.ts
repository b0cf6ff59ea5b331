import type { Dashboard } from "#contract/dashboard.ts";
import { type Filter, printFilter } from "#contract/filter.ts";
import type { IndicatorDimension, Measure } from "#contract/indicators.ts";
import { paths } from "#lib/paths.ts";
import { periodQueryOf, periodUrlOf } from "./period-url.ts";

type Narrowing = readonly (readonly [field: IndicatorDimension, key: string | null])[];
const condition = (field: string, key: string | null): Filter =>
	key === null ? { field, comparison: "=null=", values: ["true"] } : { field, comparison: "==", values: [key] };
const printed = (filters: Filter[]) => (filters.length === 0 ? undefined : printFilter(filters.length === 1 ? (filters[0] as Filter) : { all: filters }));

type ListOfRows = { open: (filtre: string) => string; filter: Filter; fields: Partial<Record<IndicatorDimension, string>> };

/** Signals are dated, and stay: their list has the rows of any period, as of any day. */
const signalsOf = ({ from, to, asOf }: Dashboard["period"]): ListOfRows => ({
	open: (filtre) => paths.signals({ filtre }),
	filter: {
		all: [
			{ field: "raisedOn", comparison: "=ge=", values: [from] },
			{ field: "raisedOn", comparison: "=le=", values: [to < asOf ? to : asOf] },
		],
	},
	fields: { type: "code", mrcCode: "mrcCode", sectorCode: "sectorCode" },
});

/** Lists that, today, have the very rows of a figure: one may act there. `fields` are their names of its dimensions. */
const lists: Record<string, ListOfRows> = {
	I06: {
		open: (filtre) => paths.supportCases({ vue: "liste", filtre }),
		filter: { field: "open", comparison: "==", values: ["true"] },
		fields: { stage: "stage", personId: "advisorId" },
	},
	"I06-sleeping": {
		open: (filtre) => paths.supportCases({ vue: "liste", filtre }),
		filter: { field: "sleeping", comparison: "==", values: ["true"] },
		fields: { stage: "stage" },
	},
	"I08-accounts": {
		open: (filtre) => paths.portal({ filtre }),
		filter: { field: "wasActive", comparison: "==", values: ["true"] },
		fields: { sectorCode: "sectorCode" },
	},
	"I08-active": {
		open: (filtre) => paths.portal({ filtre }),
		filter: { field: "state", comparison: "==", values: ["active"] },
		fields: { sectorCode: "sectorCode" },
	},
	I14: { open: (filtre) => paths.followUps({ filtre }), filter: { field: "late", comparison: "==", values: ["true"] }, fields: { personId: "ownerId" } },
};

/** The figures of a dashboard, and where each opens its rows. */
export function figuresOf({ measures, period, today }: Dashboard, mayOpenRows: boolean) {
	const find = (id: string, by?: string): Measure | undefined => measures.find((one) => one.indicator === id && (by === undefined || one.by.join() === by));
	const url = periodUrlOf(periodQueryOf(period));
	return {
		has: (id: string, by?: string) => find(id, by) !== undefined,
		value: (id: string) => find(id)?.value ?? null,
		previous: (id: string) => find(id)?.previous ?? null,
		parts: (id: string, by: IndicatorDimension | `${IndicatorDimension},${IndicatorDimension}`) => find(id, by)?.parts ?? [],
		/** By one of two dimensions, where each record is in one part only. */
		partsAlong(id: string, by: readonly [IndicatorDimension, IndicatorDimension], at: 0 | 1): Measure["parts"] {
			const sums = new Map<string | null, number>();
			for (const { keys, value } of find(id, by.join())?.parts ?? []) sums.set(keys[at] ?? null, (sums.get(keys[at] ?? null) ?? 0) + (value ?? 0));
			return [...sums].map(([key, value]) => ({ keys: [key], value }));
		},
		/** The value of one key, 0 when there is none. */
		part: (id: string, by: IndicatorDimension, key: string | null) => find(id, by)?.parts.find(({ keys }) => keys[0] === key)?.value ?? 0,
		/** The page whose rows the figure counts; none where this API has no such page. */
		link(id: string, narrowing: Narrowing = [], more: readonly Filter[] = []): string | undefined {
			const list = more.length > 0 ? undefined : id === "I22" ? signalsOf(period) : period.asOf === today ? lists[id] : undefined;
			const known = list && narrowing.map(([field, key]) => [list.fields[field], key] as const);
			if (list && known?.every(([field]) => field !== undefined))
				return list.open(printed([list.filter, ...known.map(([field, key]) => condition(field ?? "", key))]) ?? "");
			if (!mayOpenRows) return undefined;
			const filtre = printed([...narrowing.map(([field, key]) => condition(field, key)), ...more]);
			return paths.indicator(id, { ...url, ...(filtre ? { filtre } : {}) });
		},
	};
}
export type Figures = ReturnType<typeof figuresOf>;
