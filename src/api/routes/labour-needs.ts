import { countLabourNeeds, createLabourNeed, getLabourNeed, listLabourNeeds, updateLabourNeed } from "#contract/labour-needs.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { mustFind, requireTerms, requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { labourNeedList, presentLabourNeed, readLabourNeed } from "./labour-need-list.ts";
import { employerNamed, openCaseOf } from "./record-employer.ts";

const termsOf = (body: { permanence?: string | null | undefined; housing?: string | null | undefined }) => [
	{ path: "permanence" as const, vocabulary: "permanence", code: body.permanence },
	{ path: "housing" as const, vocabulary: "needHousing", code: body.housing },
];

export const labourNeedRoutes = [
	implement(listLabourNeeds, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, labourNeedList, query);
		return { items: rows.map((row) => presentLabourNeed(context, row)), total, next };
	}),

	implement(countLabourNeeds, (context, { query }) => readFacets(context, labourNeedList, query)),

	implement(getLabourNeed, (context, { params }) => readLabourNeed(context, params.id)),

	implement(createLabourNeed, async (context, { body }) => {
		const employer = await employerNamed(context, body.employerId);
		if (!canWriteEmployer(context.caller, employer)) throw new Refusal("forbidden");
		await requireTerms(context, termsOf(body));
		const supportCaseId = await openCaseOf(context, body.employerId);
		await context.db
			.insertInto("labour_need")
			.values({ ...snakeRow(body), region_code: employer.regionCode, support_case_id: supportCaseId, recorded_on: context.today } as never)
			.execute();
		return readLabourNeed(context, body.id);
	}),

	implement(updateLabourNeed, async (context, { params, body, ifMatch }) => {
		const { db, caller, today } = context;
		mustFind(
			await db.selectFrom("labour_need").select("id").where("id", "=", params.id).where("region_code", "=", caller.regionCode).forUpdate().executeTakeFirst(),
		);
		const before = await readLabourNeed(context, params.id);
		if (!before.can.update) throw new Refusal("forbidden");
		await requireVersion(ifMatch, before.version, async () => before);
		await requireTerms(
			context,
			termsOf(body).filter(({ path, code }) => code !== before[path]),
		);
		if (body.closedOn && body.closedOn > today) throw invalid("closedOn", "date-in-future");
		await db
			.updateTable("labour_need")
			.set({ ...snakeRow(body), version: before.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readLabourNeed(context, params.id);
	}),
];
