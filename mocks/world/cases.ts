import { type Day, iso, onOrAfter } from "./calendar.ts";
import type { Context, Stage, Step, Story, Written } from "./context.ts";
import { evidenceNotes, type Purpose } from "./data/phrases.ts";
import { advisorOn, regionOn } from "./employers.ts";
import { makeNeeds } from "./needs.ts";
import { random, uuid } from "./random.ts";
import type { LabourNeed } from "./rows.ts";
import { typeset } from "./texts.ts";
import { addVisit } from "./visits.ts";

/** Criteria written down by hand when a stage is entered; the others are met by a record (visit, report, need, NEQ). */
const written: Partial<Record<Stage, readonly string[]>> = {
	firstContact: ["interactionLogged"],
	recruitment: ["planAgreed", "channelStarted"],
	selection: ["candidateRetained"],
	immigration: ["offerAccepted", "filingStarted"],
	arrival: ["permitIssued"],
	integration: ["workStarted"],
	retention: ["threeMonthFollowUp"],
};

/** A visit on the day a stage is entered: its purpose and how often. */
const visits: Partial<Record<Stage, readonly [Purpose, number]>> = {
	firstContact: ["call", 0.4],
	needsAssessment: ["assessment", 1],
	supportPlan: ["plan", 0.24],
	recruitment: ["recruitment", 0.28],
	selection: ["selection", 0.22],
	immigration: ["immigration", 0.25],
	arrival: ["arrival", 0.35],
	integration: ["integration", 0.7],
	retention: ["retention", 0.6],
};
const longStages: Partial<Record<Stage, Purpose>> = {
	recruitment: "recruitment",
	immigration: "immigration",
	integration: "integration",
	retention: "retention",
};

/** Writes a story up to today: the case, its append-only history, its evidence, visits, needs and follow-ups. */
export function writeCase(context: Context, story: Story): Written {
	const { world, seed, today, staff } = context;
	const { employer, key } = story;
	const steps = story.steps.filter((step) => step.on <= today);
	const first = steps[0] as Step;
	const last = steps[steps.length - 1] as Step;
	const closed = story.closing && story.closing.on <= today ? story.closing : null;
	const caseId = uuid(seed, "case", key);
	const region_code = regionOn(employer, first.on);
	const advisorId = advisorOn(employer, closed?.on ?? last.on, staff);
	const limit = story.closing?.on ?? story.quietAfter ?? today;
	world.support_case.push({
		id: caseId,
		region_code,
		employer_id: employer.id,
		advisor_id: advisorId,
		stage: closed ? "closed" : last.stage,
		stage_entered_on: iso(closed?.on ?? last.on),
		opened_on: iso(first.on),
		closed_on: closed && iso(closed.on),
		close_reason: closed ? closed.reason : null,
		paused_until: story.paused ? iso(story.paused.until) : null,
		pause_reason: story.paused ? typeset(story.paused.reason) : null,
		version: 1,
	});
	const change = (n: number, from: string | null, to: string, on: Day, reason: string | null) =>
		world.stage_change.push({
			id: uuid(seed, "stageChange", key, n),
			region_code,
			support_case_id: caseId,
			from_stage: from,
			to_stage: to,
			moved_on: iso(on),
			moved_by: advisorOn(employer, on, staff),
			reason,
		});
	let needs: LabourNeed[] = [];
	let lastVisitId: string | null = null;
	const visit = (visitKey: string, on: Day, purpose: Purpose) => {
		const id = uuid(seed, "visit", visitKey);
		if (purpose === "assessment" && story.closing?.reason !== "notEligible") needs = makeNeeds(context, story, caseId, id, on);
		lastVisitId = addVisit(context, { key: visitKey, employer, on, purpose, caseId, needs: purpose === "assessment" ? needs : [], limit })?.id ?? lastVisitId;
	};
	const done = new Set<string>();
	for (const [n, step] of steps.entries()) {
		const draw = random(seed, "step", key, n);
		change(n, steps[n - 1]?.stage ?? null, step.stage, step.on, step.reason ? typeset(step.reason) : null);
		for (const criterion of written[step.stage] ?? []) {
			if (step.reason || done.has(criterion)) continue;
			done.add(criterion);
			world.case_evidence.push({
				id: uuid(seed, "evidence", key, criterion),
				region_code,
				support_case_id: caseId,
				criterion,
				occurred_on: iso(step.on),
				note: typeset(draw.pick(evidenceNotes[criterion] ?? [])),
				recorded_by: advisorOn(employer, step.on, staff),
			});
		}
		const [purpose, often] = visits[step.stage] ?? ["call", 0];
		if (!step.reason && draw.chance(often)) {
			if (purpose === "assessment" && draw.chance(0.06) && first.on < step.on - 9) {
				addVisit(context, { key: `${key}/${n}/cancelled`, employer, on: onOrAfter(step.on - 8), purpose, caseId, limit, status: "cancelled" });
			}
			visit(`${key}/${n}`, step.on, purpose);
		}
		const within = longStages[step.stage];
		const end = story.steps[n + 1]?.on ?? story.closing?.on ?? story.quietAfter ?? today;
		if (within)
			for (let on = onOrAfter(step.on + draw.int(30, 70)), m = 0; on < end - 5 && on <= today && m < 4; on = onOrAfter(on + draw.int(60, 120)), m++)
				if (draw.chance(0.3)) visit(`${key}/${n}/${m}`, on, within);
	}
	if (closed) change(steps.length, last.stage, "closed", closed.on, null);
	return { caseId, story, stage: closed ? "closed" : last.stage, needs, lastVisitId, advisorId };
}
