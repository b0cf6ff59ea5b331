import { sql } from "kysely";
import { countFollowUps, createFollowUp, type FollowUp, getFollowUp, listFollowUps, updateFollowUp } from "#contract/follow-ups.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { camelRow, mustFind, requirePerson, requireTerms, requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { canWriteFollowUp } from "../rules/permissions.ts";
import { followUpList } from "./follow-up-list.ts";
import { employerNamed, openCaseOf } from "./record-employer.ts";

type Row = Omit<FollowUp, "can"> & { employerRegion: string; employerAdvisor: string | null };

function present({ caller }: Context, row: Record<string, unknown>): FollowUp {
	const { employerRegion, employerAdvisor, ...followUp } = camelRow<Row>(row);
	return {
		...followUp,
		can: { update: canWriteFollowUp(caller, { regionCode: employerRegion, ownerId: followUp.ownerId, employerAdvisorId: employerAdvisor }) },
	};
}

async function read(context: Context, id: string): Promise<FollowUp> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${followUpList.select(context)} from ${followUpList.from} where f.id = ${id} and ${followUpList.scope(context)}`.execute(context.db);
	return present(context, mustFind(rows[0]));
}

export const followUpRoutes = [
	implement(listFollowUps, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, followUpList, query);
		return { items: rows.map((row) => present(context, row)), total, next };
	}),

	implement(countFollowUps, (context, { query }) => readFacets(context, followUpList, query)),

	implement(getFollowUp, (context, { params }) => read(context, params.id)),

	implement(createFollowUp, async (context, { body }) => {
		const employer = await employerNamed(context, body.employerId);
		if (!canWriteFollowUp(context.caller, { regionCode: employer.regionCode, ownerId: body.ownerId, employerAdvisorId: employer.advisorId }))
			throw new Refusal("forbidden");
		await requireTerms(context, [{ path: "kind", vocabulary: "followUpKind", code: body.kind }]);
		await requirePerson(context, "ownerId", body.ownerId);
		const supportCaseId = await openCaseOf(context, body.employerId);
		await context.db
			.insertInto("follow_up")
			.values({ ...snakeRow(body), region_code: employer.regionCode, support_case_id: supportCaseId, created_on: context.today } as never)
			.execute();
		return read(context, body.id);
	}),

	implement(updateFollowUp, async (context, { params, body, ifMatch }) => {
		const { db, caller, today } = context;
		mustFind(
			await db.selectFrom("follow_up").select("id").where("id", "=", params.id).where("region_code", "=", caller.regionCode).forUpdate().executeTakeFirst(),
		);
		const before = await read(context, params.id);
		if (!before.can.update) throw new Refusal("forbidden");
		await requireVersion(ifMatch, before.version, async () => before);
		if (body.kind !== before.kind) await requireTerms(context, [{ path: "kind", vocabulary: "followUpKind", code: body.kind }]);
		// Someone who has left may still be named by what is old; nothing new is given to them.
		if (body.ownerId !== before.ownerId) await requirePerson(context, "ownerId", body.ownerId);
		if (body.doneOn && body.doneOn > today) throw invalid("doneOn", "date-in-future");
		await db
			.updateTable("follow_up")
			.set({ ...snakeRow(body), version: before.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return read(context, params.id);
	}),
];
