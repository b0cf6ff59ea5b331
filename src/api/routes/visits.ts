import {
	addVisitAddendum,
	cancelVisit,
	completeVisit,
	countVisits,
	createVisit,
	getVisit,
	getVisitPrefill,
	listVisits,
	updateVisit,
	type VisitRow,
} from "#contract/visits.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { canWriteVisit } from "../rules/permissions.ts";
import { incompleteOf, newlyIncomplete } from "../rules/visit-completeness.ts";
import { nextVisitStatus } from "../rules/visit-lifecycle.ts";
import { requireNamedOfFollowUp } from "./follow-up-record.ts";
import { joinOpenCases, saveLines, shareLines, withChosen, withdrawAllLines } from "./visit-line-records.ts";
import { visitList } from "./visit-list.ts";
import { findParties, writeParties } from "./visit-parties.ts";
import { readPrefill } from "./visit-prefill.ts";
import { lockVisit, presentVisit, readVisit } from "./visit-record.ts";
import { requireNamed } from "./visit-references.ts";
import { requireSubject } from "./visit-subject.ts";

const unique = (ids: string[]) => [...new Set(ids)];
const asRow = ({ report, ...fields }: Record<string, unknown>) => snakeRow({ ...fields, ...(report === undefined ? {} : { report: JSON.stringify(report) }) });

/** Rights first, then the version: who may not write does not learn what changed. */
async function holdVisit(context: Context, id: string, ifMatch: number | null) {
	const visit = await lockVisit(context, id);
	if (!canWriteVisit(context.caller, { regionCode: context.caller.regionCode, adviserIds: visit.adviserIds, isHere: visit.isHere }))
		throw new Refusal("forbidden");
	await requireVersion(ifMatch, visit.version, () => readVisit(context, id));
	return visit;
}

function requireSelf({ caller }: Context, adviserIds: string[]) {
	if (!canWriteVisit(caller, { regionCode: caller.regionCode, adviserIds, isHere: true })) throw invalid("adviserIds", "self-or-colleague");
}

export const visitRoutes = [
	implement(listVisits, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, visitList, query);
		return { items: rows.map((row) => presentVisit<Omit<VisitRow, "can">>(context, row)), total, next };
	}),

	implement(countVisits, (context, { query }) => readFacets(context, visitList, query)),

	implement(getVisitPrefill, (context, { query }) => readPrefill(context, query)),

	implement(getVisit, (context, { params }) => readVisit(context, params.id)),

	implement(createVisit, async (context, { body }) => {
		const { db, caller } = context;
		const { employerIds: sentEmployers, adviserIds: sentAdvisers, ...fields } = body;
		const [employerIds, adviserIds] = [unique(sentEmployers), unique(sentAdvisers)];
		requireSelf(context, adviserIds);
		await requireSubject(context, { ...fields, employerIds });
		const parties = await findParties(context, employerIds, adviserIds, { employerIds: [], adviserIds: [] });
		await requireNamed(context, fields, {}, employerIds);
		await db
			.insertInto("visit")
			.values({ ...asRow(fields), region_code: caller.regionCode, created_by: caller.personId } as never)
			.execute();
		await writeParties(context, body.id, employerIds, adviserIds, parties);
		await saveLines(context, null, { ...body, employerIds, report: body.report ?? {} });
		return readVisit(context, body.id);
	}),

	implement(updateVisit, async (context, { params, body, ifMatch }) => {
		const before = await holdVisit(context, params.id, ifMatch);
		if (nextVisitStatus(before.status, { kind: "change", to: body.status }) === null) throw new Refusal("visit-not-editable");
		const { employerIds: sentEmployers, adviserIds: sentAdvisers, ...fields } = body;
		const employerIds = sentEmployers ? unique(sentEmployers) : before.employerIds;
		const adviserIds = sentAdvisers ? unique(sentAdvisers) : before.adviserIds;
		if (sentAdvisers) requireSelf(context, adviserIds);
		const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
		const after = { ...before, ...sent, employerIds, adviserIds };
		await requireSubject(context, after, before);
		const parties = await findParties(context, employerIds, adviserIds, before);
		await requireNamed(context, { ...fields, report: fields.report ?? (sentEmployers ? before.report : undefined) }, before, employerIds);
		if (before.status === "completed") {
			const lacks = newlyIncomplete(before, after, context.today);
			if (lacks.length > 0) throw new Refusal("visit-incomplete", { fields: lacks });
		}
		await context.db
			.updateTable("visit")
			.set({ ...asRow(fields), version: before.version + 1 })
			.where("id", "=", params.id)
			.execute();
		if (sentEmployers || sentAdvisers) await writeParties(context, params.id, employerIds, adviserIds, parties);
		await saveLines(context, before, after);
		return readVisit(context, params.id);
	}),

	implement(completeVisit, async (context, { params, body, ifMatch }) => {
		const { db, today } = context;
		const visit = await holdVisit(context, params.id, ifMatch);
		if (nextVisitStatus(visit.status, { kind: "complete" }) === null) throw new Refusal("visit-not-editable");
		const chosen = body.followUps ?? [];
		const after = { ...visit, report: withChosen(visit.report, chosen) };
		const lacks = incompleteOf(after, today);
		if (lacks.length > 0) throw new Refusal("visit-incomplete", { fields: lacks });
		if (body.completedOn > today) throw invalid("completedOn", "date-in-future");
		if (body.completedOn < visit.occurredOn) throw invalid("completedOn", "out-of-range");
		for (const [index, line] of chosen.entries()) await requireNamedOfFollowUp(context, line, {}, `followUps.${index}.`);
		await requireNamed(context, { report: after.report }, visit, visit.employerIds);
		await db
			.updateTable("visit")
			.set({
				status: "completed",
				completed_on: body.completedOn,
				version: visit.version + 1,
				...(chosen.length > 0 ? { report: JSON.stringify(after.report), no_follow_up_reason: null } : {}),
			})
			.where("id", "=", params.id)
			.execute();
		await saveLines(context, visit, after);
		await shareLines(context, chosen);
		await joinOpenCases(context, params.id, visit.employerIds);
		return readVisit(context, params.id);
	}),

	implement(cancelVisit, async (context, { params, body, ifMatch }) => {
		const visit = await holdVisit(context, params.id, ifMatch);
		if (nextVisitStatus(visit.status, { kind: "cancel" }) === null) throw new Refusal("visit-not-editable");
		await context.db
			.updateTable("visit")
			.set({ status: "cancelled", cancel_reason: body.reason, invitation_key: null, version: visit.version + 1 })
			.where("id", "=", params.id)
			.execute();
		await withdrawAllLines(context, visit);
		return readVisit(context, params.id);
	}),

	implement(addVisitAddendum, async (context, { params, body }) => {
		const { db, caller, today } = context;
		const visit = await holdVisit(context, params.id, null);
		if (nextVisitStatus(visit.status, { kind: "addendum" }) === null) throw new Refusal("visit-not-editable");
		if (body.text === "") throw invalid("text", "required");
		await db
			.insertInto("visit_addendum")
			.values({ id: body.id, region_code: caller.regionCode, visit_id: params.id, written_on: today, written_by: caller.personId, text: body.text })
			.execute();
		return readVisit(context, params.id);
	}),
];
