import { servingRole } from "#api/caller.ts";
import type { OpenDatabase } from "../../src/server/database.ts";
import type { Statement } from "./home.ts";

type PlanNode = { "Node Type": string; "Relation Name"?: string; Plans?: PlanNode[]; [key: string]: unknown };

function* nodesOf(node: PlanNode): Generator<PlanNode> {
	yield node;
	for (const child of node.Plans ?? []) yield* nodesOf(child);
}

/** The plans of a request's own statements, run as they were: by the role that serves, for whoever asked. Row security changes what a planner expects. */
export const plansAsServed = ({ atOnce }: OpenDatabase, statements: Statement[]): Promise<PlanNode[]> =>
	atOnce(async (query) => {
		await query(`set local role ${servingRole}`);
		const plans: PlanNode[] = [];
		let isAsked = false;
		for (const { sql, parameters } of statements) {
			if (sql.includes("set_config('app.person'")) isAsked = (await query(sql, [...parameters])).rows.length > 0;
			else if (isAsked) {
				const { rows } = await query(`explain (analyze, timing off, format json) ${sql}`, [...parameters]);
				plans.push((rows[0] as { "QUERY PLAN": [{ Plan: PlanNode }] })["QUERY PLAN"][0].Plan);
			}
		}
		return plans;
	});

/** What is done again and again, more than `limit` times. */
export const loopsOf = (plan: PlanNode, limit: number): string[] =>
	[...nodesOf(plan)]
		.filter((node) => Number(node["Actual Loops"]) > limit)
		.map((node) => `${node["Node Type"]} ${node["Relation Name"] ?? ""} × ${node["Actual Loops"]}`);

export async function planOf({ query }: OpenDatabase, { sql, parameters }: Statement): Promise<PlanNode> {
	const { rows } = await query(`explain (format json) ${sql}`, [...parameters]);
	const [explained] = (rows[0] as { "QUERY PLAN": [{ Plan: PlanNode }] })["QUERY PLAN"];
	return explained.Plan;
}

/** The tables of more than `limit` rows that a plan reads from one end to the other. */
export async function sequentialScans({ query }: OpenDatabase, plan: PlanNode, limit: number): Promise<string[]> {
	const scanned = [...nodesOf(plan)].filter((node) => node["Node Type"].endsWith("Seq Scan")).map((node) => String(node["Relation Name"]));
	const { rows } = await query("select relname from pg_class where relname = any($1) and relkind = 'r' and reltuples > $2", [scanned, limit]);
	return rows.map(({ relname }) => String(relname)).sort();
}

/** Each table that a plan reads, and how. */
export const readings = (plan: PlanNode): [table: string, node: string][] =>
	[...nodesOf(plan)].flatMap((node) => (node["Relation Name"] ? [[node["Relation Name"], node["Node Type"]] as [string, string]] : []));
