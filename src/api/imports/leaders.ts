import { type Kysely, sql } from "kysely";
import { registrationsAfter } from "../rules/import-results.ts";
import type { Candidate, KnownEmployer, KnownUse, Plan, PlannedRecord, Verdict } from "../rules/import-row.ts";
import type { ImportValues } from "../rules/import-values.ts";
import type { Tables } from "../sql/tables.ts";
import { nameKeyOf } from "./known-employers.ts";

const mostAbove = 5000;

type Above = { row_number: number; key_neq: string | null; key_name: string | null; employer_id: string; plan: Plan | null; is_applied: boolean };

const asUse = ({ id, version, set }: PlannedRecord, row: number): KnownUse => ({
	...{ id, version, event: String(set.event), occurredOn: String(set.occurred_on), quantity: Number(set.quantity) },
	...{ source: String(set.source), visitId: null, row },
});

/** The facts of an employer after a row: as the row will leave them, or as it left them and they stand. */
function usesAfter(known: KnownUse[] = [], planned: PlannedRecord[] = [], { row, isApplied }: Turn): KnownUse[] {
	const own = new Set(planned.map(({ id }) => id));
	if (isApplied) return known.map((use) => (own.has(use.id) ? { ...use, row } : use));
	return [...known.filter(({ id }) => !own.has(id)), ...planned.filter(({ isRemoved }) => !isRemoved).map((use) => asUse(use, row))];
}

type Turn = { row: number; isApplied: boolean };

/** What a plan will have made of an employer. */
function after(employer: KnownEmployer | undefined, id: string, plan: Plan | null, { regionCode, ...turn }: Turn & { regionCode: string }): KnownEmployer {
	const base = employer ?? { id, version: null, regionCode, advisorId: null, values: { neq: null, name: null }, establishments: [], contacts: [] };
	const part = (list: KnownEmployer["contacts"], record: Plan["contact"]) => {
		if (!record) return list;
		const known = list.find((one) => one.id === record.id);
		const empty = { address: null, name: null, email: null, postal_code: null };
		return known
			? list.map((one) => (one === known ? { ...known, ...record.set } : one))
			: [...list, { ...empty, ...record.set, id: record.id, version: null }];
	};
	return {
		...base,
		values: { ...base.values, ...plan?.employer?.set },
		establishments: part(base.establishments, plan?.establishment),
		contacts: part(base.contacts, plan?.contact),
		uses: usesAfter(base.uses, plan?.uses, turn),
		registrations: turn.isApplied ? (base.registrations ?? []) : registrationsAfter(base.registrations, plan?.results, turn.row),
	};
}

/** The rows above that are of the same employer, in the order of the file: each leaves it as the next one finds it. What is applied already was written before all of them. */
export class Leaders {
	readonly #regionCode: string;
	readonly #byKey = new Map<string, { row: number; id: string }>();
	readonly #employers = new Map<string, { row: number; employer: KnownEmployer }>();
	constructor(regionCode: string) {
		this.#regionCode = regionCode;
	}

	/** Those of former chunks, or already applied, whose keys these rows bear; answers the employers that must be known to go on. */
	static async above(db: Kysely<Tables>, importId: string, before: number, rows: ImportValues[], employerIds: string[]): Promise<Above[]> {
		const neqs = rows.flatMap(({ neq }) => (neq === undefined ? [] : [String(neq)]));
		const names = rows.flatMap((values) => nameKeyOf(values) ?? []);
		if (neqs.length + names.length + employerIds.length === 0) return [];
		// Each key is looked up by itself, which the limit keeps so: one condition for all three reads every row of the file, for each chunk.
		const keyed = (column: "key_neq" | "key_name" | "employer_id", keys: string[], type: "text" | "uuid") => sql`
			select r.* from unnest(${[...new Set(keys)]}::${sql.raw(type)}[]) k(key) cross join lateral (
				select id, row_number, key_neq, key_name, employer_id, plan, is_applied from import_row
				where import_id = ${importId} and ${sql.ref(column)} = k.key and (row_number < ${before} or is_applied) and outcome in ('create', 'update', 'same') and employer_id is not null
				order by not is_applied, row_number limit ${mostAbove}) r`;
		const { rows: found } = await sql<Above>`
			select row_number, key_neq, key_name, employer_id, plan, is_applied from (
				select distinct on (id) * from (${keyed("key_neq", neqs, "text")} union all ${keyed("key_name", names, "text")} union all ${keyed("employer_id", employerIds, "uuid")}) one) found
			order by not is_applied, row_number limit ${mostAbove}`.execute(db);
		return found;
	}

	take(above: Above[], known: Map<string, KnownEmployer>): void {
		for (const { row_number, is_applied, ...one } of above) this.#add({ row: row_number, isApplied: is_applied }, one, known);
	}

	#add(turn: Turn, { key_neq, key_name, employer_id: id, plan }: Omit<Above, "row_number" | "is_applied">, known: Map<string, KnownEmployer>) {
		const { row } = turn;
		const before = this.#employers.get(id);
		this.#employers.set(id, {
			row: before?.row ?? row,
			employer: after(before?.employer ?? known.get(id), id, plan, { ...turn, regionCode: this.#regionCode }),
		});
		for (const key of [key_neq, key_name]) if (key !== null && !this.#byKey.has(key)) this.#byKey.set(key, { row, id });
	}

	/** Two NEQ are two employers, whatever their names. */
	of(values: ImportValues): { row: number; employer: KnownEmployer } | null {
		const byNeq = values.neq === undefined ? undefined : this.#byKey.get(String(values.neq));
		const key = nameKeyOf(values);
		const found = byNeq ?? (key === null ? undefined : this.#byKey.get(key));
		const employer = found && this.#employers.get(found.id)?.employer;
		if (!found || !employer) return null;
		const isOther = values.neq !== undefined && employer.values.neq != null && employer.values.neq !== values.neq;
		return isOther ? null : { row: found.row, employer };
	}

	/** Found in the base, as the rows above will have left them. */
	overlay(candidates: Candidate[]): Candidate[] {
		return candidates.map((candidate) => {
			const touched = this.#employers.get(candidate.employer.id);
			return touched ? { ...candidate, employer: touched.employer, touchedBy: touched.row } : candidate;
		});
	}

	keep(row: number, values: ImportValues, verdict: Verdict, known: Map<string, KnownEmployer>): void {
		if (verdict.employerId === null || verdict.outcome === "error" || verdict.outcome === "skip") return;
		const keys = { key_neq: values.neq === undefined ? null : String(values.neq), key_name: nameKeyOf(values) };
		this.#add({ row, isApplied: false }, { ...keys, employer_id: verdict.employerId, plan: verdict.plan }, known);
	}
}
