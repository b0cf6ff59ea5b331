import { sql } from "kysely";
import { issuesOf } from "#contract/issues.ts";
import {
	countToolUses,
	createToolUse,
	deleteToolUse,
	getToolUse,
	isFrancisationEvent,
	isPortalStep,
	listToolUses,
	type ToolUse,
	toolUseCreation,
	updateToolUse,
} from "#contract/tool-uses.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { camelRow, mustFind, requirePerson, requireVersion, saidIn, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { faultOfFrancisation } from "../rules/francisation.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { faultOfFact } from "../rules/portal-account.ts";
import { holdFrancisation } from "./francisation-steps.ts";
import { followStep, withdrawStep } from "./portal-follow-ups.ts";
import { employerNamed } from "./record-employer.ts";
import { toolUseList } from "./tool-use-list.ts";

type Row = Omit<ToolUse, "can"> & { isOfMission: boolean; employerRegion: string; employerAdvisor: string | null };

function present({ caller }: Context, row: Record<string, unknown>): ToolUse {
	const { isOfMission, employerRegion, employerAdvisor, ...toolUse } = camelRow<Row>(row);
	// What a report or a registration tells is corrected there, which would say otherwise.
	const may = toolUse.visitId === null && !isOfMission && canWriteEmployer(caller, { regionCode: employerRegion, advisorId: employerAdvisor });
	return { ...toolUse, can: { update: may, delete: may } };
}

type Fact = Pick<ToolUse, "id" | "employerId" | "tool" | "event" | "occurredOn">;

/** A use is a fact: what is only planned belongs to a follow-up. Of the Portail and of francisation, each step comes in its order. */
async function requirePlausible({ db, today }: Context, fact: Fact): Promise<void> {
	if (fact.occurredOn > today) throw invalid("occurredOn", "date-in-future");
	if (fact.tool === "journeesQuebec") return;
	if (fact.tool === "francisation") {
		const known = await holdFrancisation({ db }, [fact.employerId]);
		const amiss = faultOfFrancisation(
			known.filter(({ id }) => id !== fact.id),
			fact,
		);
		if (amiss) throw invalid(amiss.path, amiss.code, amiss.parameters);
		return;
	}
	// One at a time: two people may be saying the same step.
	await sql`select pg_advisory_xact_lock(hashtextextended('portal ' || ${fact.employerId}::text, 0))`.execute(db);
	const others = await db
		.selectFrom("tool_use")
		.select(["event", "occurred_on as occurredOn"])
		.where("employer_id", "=", fact.employerId)
		.where("tool", "=", fact.tool)
		.where("id", "<>", fact.id)
		.execute();
	const fault = faultOfFact(others, fact);
	if (fault) throw invalid(fault.path, fault.code, fault.parameters);
}

/** The use held until the end of the request, if the caller may correct it. */
async function hold(context: Context, id: string, action: "update" | "delete"): Promise<ToolUse> {
	const { db, caller } = context;
	mustFind(await db.selectFrom("tool_use").select("id").where("id", "=", id).where("region_code", "=", caller.regionCode).forUpdate().executeTakeFirst());
	const row = await readRow(context, id);
	const found = present(context, row);
	if (found.can[action]) return found;
	if (found.visitId !== null) throw invalid("event", "tool-use-of-visit");
	throw row.is_of_mission ? invalid("event", "tool-use-of-mission") : new Refusal("forbidden");
}

/** A step is one; a course that is said to be something else has its participants no more. */
const quantityOf = ({ event }: Pick<ToolUse, "event">) => (isPortalStep(event) || isFrancisationEvent(event) ? { quantity: 1 } : {});

async function readRow(context: Context, id: string): Promise<Record<string, unknown>> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${toolUseList.select(context)} from ${toolUseList.from} where t.id = ${id} and ${toolUseList.scope(context)}`.execute(context.db);
	return mustFind(rows[0]);
}
const read = async (context: Context, id: string): Promise<ToolUse> => present(context, await readRow(context, id));

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
		await requirePlausible(context, body);
		await requirePerson(context, "helpedById", body.helpedById);
		await context.db
			.insertInto("tool_use")
			.values({ ...snakeRow(body), ...quantityOf(body), region_code: employer.regionCode, recorded_by: context.caller.personId } as never)
			.execute();
		await followStep(context, { ...body, ...employer });
		return read(context, body.id);
	}),

	implement(updateToolUse, async (context, { params, body, ifMatch }) => {
		const before = await hold(context, params.id, "update");
		await requireVersion(ifMatch, before.version, async () => before);
		const { id, employerId, tool, event, occurredOn, quantity, mission, source, note, helpedById, participants } = {
			...before,
			...saidIn(body),
		} as ToolUse;
		const after = { id, employerId, tool, event, occurredOn, quantity, mission, source, note, helpedById, participants };
		// Together they must still be a use of that tool.
		const parsed = toolUseCreation.safeParse(after);
		if (!parsed.success) throw new Refusal("invalid-input", { fields: issuesOf(parsed.error) });
		const isElsewhere = event !== before.event || occurredOn !== before.occurredOn;
		if (isElsewhere) await requirePlausible(context, after);
		if (helpedById !== before.helpedById) await requirePerson(context, "helpedById", helpedById);
		await context.db
			.updateTable("tool_use")
			.set({ ...snakeRow(body), ...quantityOf(after), version: before.version + 1 } as never)
			.where("id", "=", id)
			.execute();
		if (isElsewhere) {
			await withdrawStep(context, id);
			await followStep(context, { ...after, ...(await employerNamed(context, employerId)) });
		}
		return read(context, id);
	}),

	implement(deleteToolUse, async (context, { params, ifMatch }) => {
		const before = await hold(context, params.id, "delete");
		await requireVersion(ifMatch, before.version, async () => before);
		await withdrawStep(context, params.id);
		await context.db.deleteFrom("tool_use").where("id", "=", params.id).execute();
		return null;
	}),
];
