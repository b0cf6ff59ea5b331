import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Tables } from "../sql/tables.ts";
import type { Counted } from "./indicator.ts";

type Cell = string | number | null;
type Told = { keys: (string | null)[]; value: number | null };
/** What a figure asks of a pass; no column, one value. */
type Asked = {
	reduction: Counted["reduction"];
	columns: readonly RawBuilder<unknown>[];
	amount: RawBuilder<unknown>;
	filters: readonly (RawBuilder<boolean> | undefined)[];
};

/** The middle of values told by how many have each, as percentile_cont says it. */
function middleOf(counts: [amount: number, count: number][]): number | null {
	const sorted = counts.sort(([a], [b]) => a - b);
	const total = sorted.reduce((sum, [, count]) => sum + count, 0);
	if (total === 0) return null;
	const at = (place: number) => {
		let left = place;
		for (const [amount, count] of sorted) {
			if (left < count) return amount;
			left -= count;
		}
		return 0;
	};
	return (at(Math.floor((total - 1) / 2)) + at(Math.ceil((total - 1) / 2))) / 2;
}

/** One source read once: its rows counted by group, from which several figures are added up. */
export class Pass {
	readonly #columns = new Map<string, RawBuilder<unknown>>();
	readonly #values = new Map<string, RawBuilder<unknown>>();
	readonly #hearers: ((groups: Cell[][]) => void)[] = [];
	readonly source: RawBuilder<unknown>;
	readonly range: RawBuilder<boolean>;
	readonly db: Kysely<Tables>;
	constructor(source: RawBuilder<unknown>, range: RawBuilder<boolean>, db: Kysely<Tables>) {
		this.source = source;
		this.range = range;
		this.db = db;
	}

	/** The same text is read once, whoever asks for it. */
	#place(among: Map<string, RawBuilder<unknown>>, column: RawBuilder<unknown>): number {
		const { sql: text, parameters } = column.compile(this.db);
		const name = `${text} ${JSON.stringify(parameters)}`;
		if (!among.has(name)) among.set(name, column);
		return [...among.keys()].indexOf(name);
	}

	/** Says how the figure is added up, once the groups are there. */
	ask({ reduction, columns, amount, filters }: Asked): (groups: Cell[][]) => Told[] {
		const keys = columns.map((column) => this.#place(this.#columns, sql`(${column})::text`));
		const days = reduction === "median" ? this.#place(this.#columns, amount) : null;
		const conditions = filters.filter((filter) => filter !== undefined);
		const held = conditions.length === 0 ? sql`` : sql` filter (where ${sql.join(conditions, sql` and `)})`;
		const counted = this.#place(this.#values, sql`count(*)${held}`);
		const value = reduction === "sum" ? this.#place(this.#values, sql`sum(${amount})${held}`) : counted;
		return (groups) => {
			const found = new Map<string, { keys: (string | null)[]; value: number; counts: [number, number][] }>();
			// Without a dimension there is one number, even of nothing.
			if (keys.length === 0) found.set("[]", { keys: [], value: 0, counts: [] });
			for (const group of groups) {
				const count = Number(group[this.#columns.size + counted]);
				if (count === 0) continue;
				const own = keys.map((at) => group[at] as string | null);
				const name = JSON.stringify(own);
				const part = found.get(name) ?? { keys: own, value: 0, counts: [] };
				found.set(name, part);
				part.value += Number(group[this.#columns.size + value]);
				if (days !== null && group[days] !== null) part.counts.push([Number(group[days]), count]);
			}
			return [...found.values()].map((part) => ({ keys: part.keys, value: days === null ? part.value : middleOf(part.counts) }));
		};
	}

	hear(hearer: (groups: Cell[][]) => void) {
		this.#hearers.push(hearer);
	}

	/** The groups as one text: the database's driver has one value to read. */
	statement(): RawBuilder<unknown> {
		const columns = [...this.#columns.values()];
		const by = columns.length === 0 ? sql`` : sql` group by ${sql.join(columns.map((_, at) => sql.lit(at + 1)))}`;
		const names = columns.map((column, at) => sql`${column} as ${sql.ref(`c${at}`)}`);
		const values = [...this.#values.values()].map((value, at) => sql`${value} as ${sql.ref(`v${at}`)}`);
		const cell = sql.join([...columns.map((_, at) => sql.ref(`c${at}`)), ...values.map((_, at) => sql.ref(`v${at}`))]);
		return sql`select json_agg(json_build_array(${cell}))::text from (select ${sql.join([...names, ...values])} from ${this.source} where ${this.range}${by}) groups`;
	}

	tell(groups: string | null) {
		const cells = groups === null ? [] : (JSON.parse(groups) as Cell[][]);
		for (const hear of this.#hearers) hear(cells);
	}
}
