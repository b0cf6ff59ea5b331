import fc from "fast-check";
import { expect, test } from "vitest";
import type { World } from "../../mocks/world/rows.ts";
import { world } from "../../mocks/world/world.ts";

const CUTOFF = "2021-03-31";
const accompanied = (rows: World) => {
	const counted = new Set(
		rows.visit.filter((visit) => visit.status === "completed" && visit.occurred_on >= "2019-08-28" && visit.occurred_on <= CUTOFF).map(({ id }) => id),
	);
	return new Set(rows.visit_employer.filter(({ visit_id }) => counted.has(visit_id)).map(({ employer_id }) => employer_id)).size;
};

const order = [
	"toContact",
	"firstContact",
	"needsAssessment",
	"supportPlan",
	"recruitment",
	"selection",
	"immigration",
	"arrival",
	"integration",
	"retention",
	"closed",
];
const byHand: Record<string, string[]> = {
	firstContact: ["interactionLogged"],
	recruitment: ["planAgreed", "channelStarted"],
	selection: ["candidateRetained"],
	immigration: ["offerAccepted", "filingStarted"],
	arrival: ["permitIssued"],
	integration: ["workStarted"],
	retention: ["threeMonthFollowUp"],
};

/** What SQL cannot say by itself: histories, evidence and dates agree. */
function incoherences(rows: World): string[] {
	const wrong: string[] = [];
	const ids = new Set<string>();
	for (const list of Object.values(rows))
		for (const row of list as { id?: string }[]) if (row.id !== undefined) ids.has(row.id) ? wrong.push(`id taken ${row.id}`) : ids.add(row.id);
	for (const list of Object.values(rows))
		for (const row of list as Record<string, unknown>[])
			for (const [column, value] of Object.entries(row))
				if (/_id$|_by$/.test(column) && value !== null && !ids.has(value as string)) wrong.push(`${column} points nowhere`);
	const group = <T>(list: T[], of: (row: T) => string) => Map.groupBy(list, of);
	const changes = group(rows.stage_change, (one) => one.support_case_id);
	const evidence = group(rows.case_evidence, (one) => one.support_case_id);
	const needs = group(rows.labour_need, (one) => one.support_case_id);
	const visitDays = new Map(rows.visit.filter((one) => one.status === "completed" && one.mode !== "phone").map((one) => [one.id, one.occurred_on]));
	const visits = group(
		rows.visit_employer.filter((one) => visitDays.has(one.visit_id)),
		(one) => one.employer_id,
	);
	const todo = new Set(rows.follow_up.filter((one) => one.done_on === null).map((one) => one.support_case_id));
	for (const one of rows.support_case) {
		const history = changes.get(one.id) ?? [];
		const last = history.at(-1);
		if (history[0]?.from_stage !== null || history[0]?.moved_on !== one.opened_on) wrong.push("a history does not begin with the opening");
		if (last?.to_stage !== one.stage || last?.moved_on !== one.stage_entered_on) wrong.push("a history does not end where the case stands");
		for (const [n, step] of history.entries()) {
			const before = history[n - 1];
			if (before && (before.to_stage !== step.from_stage || before.moved_on > step.moved_on)) wrong.push("a history has a hole or runs backwards");
			if (before && order.indexOf(step.to_stage) < order.indexOf(before.to_stage) && step.reason === null) wrong.push("a case went back without a reason");
			for (const criterion of byHand[step.to_stage] ?? [])
				if (!evidence.get(one.id)?.some((line) => line.criterion === criterion && line.occurred_on <= step.moved_on)) wrong.push(`${criterion} is not shown`);
			if (step.to_stage === "needsAssessment" && !visits.get(one.employer_id)?.some((visit) => (visitDays.get(visit.visit_id) as string) <= step.moved_on))
				wrong.push("no visit before the diagnosis");
			if (step.to_stage === "supportPlan" && !needs.get(one.id)?.some((need) => need.recorded_on <= step.moved_on)) wrong.push("no need before the plan");
		}
		if (one.closed_on !== null && todo.has(one.id)) wrong.push("a closed case has something to do");
	}
	return [...new Set(wrong)];
}

test("toute graine et toute taille donnent un monde cohérent, du nombre d’employeurs voulu", () => {
	const days = fc.integer({ min: 0, max: 2600 }).map((n) => new Date(Date.UTC(2021, 2, 31) + n * 86_400_000).toISOString().slice(0, 10));
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 70 }), days, (seed, size, today) => {
			const rows = world({ seed, size, today });
			expect(incoherences(rows)).toEqual([]);
			expect(accompanied(rows)).toBe(size);
			expect(new Set(rows.employer.map(({ neq }) => neq)).size).toBe(rows.employer.length);
		}),
		{ numRuns: 10 },
	);
}, 60_000);

test("la région de la démonstration est cohérente", () => {
	expect(incoherences(world({ today: "2026-11-24" }))).toEqual([]);
});
