import { sql } from "kysely";
import { createToolRule, listToolRules, removeToolRule, suggestTools, type ToolRule, type ToolSuggestion, updateToolRule } from "#contract/tool-rules.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { camelRow, mustFind, requireTerms, requireVersion, saidIn, snakeRow } from "../presenting.ts";
import { Refusal } from "../refusal.ts";
import { faultsOfRule } from "../rules/tool-rules.ts";
import { missionLooksFor, ruleFits } from "./tool-rule-fit.ts";

const mayKeep = ({ caller }: Pick<Context, "caller">) => caller.role === "manager";
const columns = sql`r.id, r.rank, r.tool, r.is_active, r.source, r.min_posts, to_json(r.teers) as teers, to_json(r.occupation_codes) as occupation_codes, to_json(r.sectors) as sectors,
	r.min_months, r.max_months, r.min_french, r.max_french, r.is_simplified, r.version`;

function present(context: Context, row: Record<string, unknown>): ToolRule {
	const update = mayKeep(context);
	return camelRow<ToolRule>({ ...row, can: { update, remove: update } });
}

async function readRules(context: Context): Promise<ToolRule[]> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${columns} from tool_rule r where r.region_code = ${context.caller.regionCode} order by r.rank, r.id`.execute(context.db);
	return rows.map((row) => present(context, row));
}

async function hold(context: Context, id: string, ifMatch: number | null): Promise<ToolRule> {
	mustFind(
		await context.db
			.selectFrom("tool_rule")
			.select("id")
			.where("id", "=", id)
			.where("region_code", "=", context.caller.regionCode)
			.forUpdate()
			.executeTakeFirst(),
	);
	const found = mustFind((await readRules(context)).find((one) => one.id === id));
	if (!mayKeep(context)) throw new Refusal("forbidden");
	await requireVersion(ifMatch, found.version, async () => found);
	return found;
}

/** A tool that exists, occupations that exist, bounds in their order, and a condition at least. */
async function requireSound(context: Context, rule: Omit<ToolRule, "id" | "version" | "can">, before: ToolRule | null): Promise<void> {
	await requireTerms(context, rule.tool === before?.tool ? [] : [{ path: "tool", vocabulary: "solution", code: rule.tool }]);
	const codes = [...new Set(rule.occupationCodes)];
	const known = codes.length === 0 ? [] : await context.db.selectFrom("occupation").select("code").where("code", "in", codes).execute();
	const unknown = known.length < codes.length ? [{ path: "occupationCodes", code: "unknown-reference" }] : [];
	const fields = [...faultsOfRule(rule), ...unknown];
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
}

export const toolRuleRoutes = [
	implement(listToolRules, async (context) => ({ items: await readRules(context), can: { add: mayKeep(context) } })),

	implement(createToolRule, async (context, { body }) => {
		await requireSound(context, body, null);
		await context.db
			.insertInto("tool_rule")
			.values({ ...snakeRow(body), region_code: context.caller.regionCode } as never)
			.execute();
		return mustFind((await readRules(context)).find(({ id }) => id === body.id));
	}),

	implement(updateToolRule, async (context, { params, body, ifMatch }) => {
		const before = await hold(context, params.id, ifMatch);
		const said = saidIn(body) as Partial<ToolRule>;
		await requireSound(context, { ...before, ...said }, before);
		if (Object.keys(said).length > 0)
			await context.db
				.updateTable("tool_rule")
				.set(snakeRow(said) as never)
				.where("id", "=", params.id)
				.execute();
		return mustFind((await readRules(context)).find(({ id }) => id === params.id));
	}),

	implement(removeToolRule, async (context, { params, ifMatch }) => {
		await hold(context, params.id, ifMatch);
		await context.db.deleteFrom("tool_rule").where("id", "=", params.id).execute();
		return null;
	}),

	implement(suggestTools, async (context, { params }) => {
		const { db, caller, today } = context;
		const need = sql`labour_need n left join employer_summary s on s.employer_id = n.employer_id`;
		const own = sql<boolean>`n.id = ${params.id} and n.region_code = ${caller.regionCode}`;
		mustFind((await sql`select n.id from labour_need n where ${own}`.execute(db)).rows[0]);
		const { rows } = await sql<Record<string, unknown>>`
			select ${columns} from (select r.*, row_number() over (partition by r.tool order by r.rank, r.id) as place from tool_rule r cross join ${need} where ${own} and ${ruleFits(today)}) r
			where r.place = 1 order by r.rank, r.id`.execute(db);
		const isForMissions = rows.some(({ tool }) => tool === "journeesQuebec");
		const missions = isForMissions
			? await sql<ToolSuggestion["missions"][number]>`
				select m.id, m.name, m.starts_on as "startsOn", m.registration_deadline_on as "registrationDeadlineOn" from mission m cross join ${need}
				where ${own} and ${missionLooksFor} and m.starts_on > ${today}::date and coalesce(m.registration_deadline_on, m.starts_on) >= ${today}::date
				order by coalesce(m.registration_deadline_on, m.starts_on), m.id limit 5`.execute(db)
			: { rows: [] };
		return {
			items: rows.map((row) => {
				const rule = present(context, row);
				return { tool: rule.tool, rule, missions: rule.tool === "journeesQuebec" ? missions.rows : [] };
			}),
		};
	}),
];
