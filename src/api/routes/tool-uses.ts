import { sql } from "kysely";
import { countToolUses, createToolUse, getToolUse, listToolUses, type ToolUse } from "#contract/tool-uses.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { camelRow, mustFind, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { employerNamed } from "./record-employer.ts";
import { toolUseList } from "./tool-use-list.ts";

type Row = Omit<ToolUse, "can"> & { employerRegion: string; employerAdvisor: string | null };

function present({ caller }: Context, row: Record<string, unknown>): ToolUse {
	const { employerRegion, employerAdvisor, ...toolUse } = camelRow<Row>(row);
	return { ...toolUse, can: { update: canWriteEmployer(caller, { regionCode: employerRegion, advisorId: employerAdvisor }) } };
}

async function read(context: Context, id: string): Promise<ToolUse> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${toolUseList.select(context)} from ${toolUseList.from} where t.id = ${id} and ${toolUseList.scope(context)}`.execute(context.db);
	return present(context, mustFind(rows[0]));
}

export const toolUseRoutes = [
	implement(listToolUses, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, toolUseList, query);
		return { items: rows.map((row) => present(context, row)), total, next };
	}),

	implement(countToolUses, (context, { query }) => readFacets(context, toolUseList, query)),

	implement(getToolUse, (context, { params }) => read(context, params.id)),

	implement(createToolUse, async (context, { body }) => {
		const employer = await employerNamed(context, body.employerId);
		if (!canWriteEmployer(context.caller, employer)) throw new Refusal("forbidden");
		// A use is a fact: what is only planned belongs to a follow-up.
		if (body.occurredOn > context.today) throw invalid("occurredOn", "date-in-future");
		await context.db
			.insertInto("tool_use")
			.values({ ...snakeRow(body), region_code: employer.regionCode, recorded_by: context.caller.personId } as never)
			.execute();
		return read(context, body.id);
	}),
];
