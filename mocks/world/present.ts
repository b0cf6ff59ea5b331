import { addBusinessDays, CUTOFF, type Day, day, iso, onOrAfter, onOrBefore } from "./calendar.ts";
import { type Context, type Stage, type Story, stages, type Written } from "./context.ts";
import { followUps, type Purpose, pauseReasons, promisedKinds } from "./data/phrases.ts";
import { type Known, regionOn } from "./employers.ts";
import { random, uuid } from "./random.ts";
import { openStory } from "./story.ts";
import { typeset } from "./texts.ts";
import { addVisit } from "./visits.ts";

/** Open cases of 207 employers by stage: how many stand there, how many sleep, and after how many days without a trace a case sleeps. */
const board: Readonly<Record<Stage, readonly [open: number, sleeping: number, staleAfter: number]>> = {
	toContact: [13, 1, 15],
	firstContact: [12, 1, 21],
	needsAssessment: [11, 2, 30],
	supportPlan: [7, 0, 21],
	recruitment: [16, 3, 45],
	selection: [7, 1, 30],
	immigration: [10, 2, 60],
	arrival: [4, 0, 30],
	integration: [6, 0, 100],
	retention: [8, 1, 190],
};
const purposes: Readonly<Record<Stage, Purpose>> = {
	toContact: "call",
	firstContact: "assessment",
	needsAssessment: "plan",
	supportPlan: "plan",
	recruitment: "recruitment",
	selection: "selection",
	immigration: "immigration",
	arrival: "arrival",
	integration: "integration",
	retention: "retention",
};

const portion = (count: number, size: number, share: number) => Math.round(((count * size) / 207) * share);

/** Which employers have an open case today, and at what stage: told backwards, the longest stories first. `busyUntil` is when their first case is over. */
export function openStories({ seed, today }: Context, employers: Known[], size: number, late: boolean, busyUntil: (employer: Known) => Day): Story[] {
	// In the months after 2021-03-31 the cases opened before it are still on the board.
	const share = Math.min(1, Math.max(0, (today - CUTOFF) / 365));
	const order = new Map(employers.map((employer) => [employer, random(seed, "board", employer.index).next()]));
	const recent = employers.filter((employer) => employer.index >= size && employer.createdOn > today - 240).reverse();
	const settled = employers.filter((employer) => !recent.includes(employer) && !employer.leaves).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
	const stories: Story[] = [];
	for (const stage of [...stages].reverse()) {
		const [open, sleeping, staleAfter] = board[stage];
		for (let n = 0; n < portion(open, size, share); n++) {
			const sleeps = late || n < portion(sleeping, size, share);
			const draw = random(seed, "slot", stage, n);
			const enteredOn = Math.max(CUTOFF + 1, sleeps ? today - staleAfter - draw.int(3, 28) : onOrBefore(today - draw.int(1, Math.min(staleAfter - 6, 60))));
			const pool = recent.length > 0 && (stage === "toContact" || stage === "firstContact") ? recent : settled;
			for (const [at, employer] of pool.entries()) {
				const floor = Math.max(CUTOFF + 1, employer.createdOn, busyUntil(employer) + 3);
				if (floor > enteredOn) continue;
				const story = openStory(seed, employer, stage, enteredOn, Math.min(floor, enteredOn), sleeps ? enteredOn : null);
				stories.push(story);
				pool.splice(at, 1);
				break;
			}
		}
	}
	if (!late) {
		const candidates = stories.filter((story) => story.quietAfter === null && ["supportPlan", "recruitment"].includes(story.steps.at(-1)?.stage ?? ""));
		for (const [n, story] of candidates.slice(0, portion(2, size, share)).entries())
			story.paused = { until: onOrAfter(today + 25 + n * 40), reason: pauseReasons[n % pauseReasons.length] as string };
	}
	return stories;
}

/** What is to be done from today on: follow-ups around today, reports to finish, visits of the coming three weeks. */
export function writePresent(context: Context, cases: Written[], size: number, late: boolean) {
	const open = cases.filter((one) => one.story.closing === null);
	const share = Math.min(1, open.length / Math.max(1, portion(94, size, 1)));
	writeFollowUps(context, open, portion(60, size, share), late ? Number.POSITIVE_INFINITY : portion(9, size, share));
	const awake = open.filter((one) => one.story.quietAfter === null && !one.story.paused);
	const { today } = context;
	const drafts = awake.filter((one) => one.stage !== "toContact" && (one.story.steps.at(-1)?.on ?? today) <= today - 4).slice(0, portion(6, size, share));
	for (const [n, { story, stage, caseId }] of drafts.entries()) {
		addVisit(context, {
			key: `${story.key}/draft`,
			employer: story.employer,
			on: addBusinessDays(today, -1 - (n % 3)),
			purpose: purposes[stage as Stage],
			caseId,
			limit: today,
			status: "draft",
		});
	}
	const planned = awake
		.filter((one) => !drafts.includes(one) && one.stage !== "toContact")
		.reverse()
		.slice(0, portion(8, size, share));
	for (const [n, { story, stage, caseId }] of planned.entries()) {
		const on = addBusinessDays(onOrAfter(today), n < 2 ? 0 : Math.floor(((n + 1) * 14) / (planned.length + 1)));
		addVisit(context, {
			key: `${story.key}/planned`,
			employer: story.employer,
			on,
			purpose: purposes[stage as Stage],
			caseId,
			limit: today,
			status: "planned",
		});
	}
}

function writeFollowUps({ world, seed, today, staff }: Context, open: Written[], count: number, late: number) {
	const rank = (one: Written) => random(seed, "todo", one.story.key).next();
	let lateLeft = late;
	for (const one of [...open].sort((a, b) => rank(a) - rank(b)).slice(0, count)) {
		const { story, stage, caseId, advisorId, lastVisitId } = one;
		const draw = random(seed, "todo", story.key, "row");
		const opened = story.steps[0]?.on ?? today;
		const overdue = lateLeft > 0 && opened <= today - 14;
		if (overdue) lateLeft--;
		const due = overdue
			? addBusinessDays(today, -draw.int(1, 8))
			: addBusinessDays(
					onOrAfter(today),
					draw.weighted([
						[0, 1],
						[draw.int(1, 5), 5],
						[draw.int(6, 24), 4],
					] as const),
				);
		const visit = lastVisitId ? world.visit.find((row) => row.id === lastVisitId) : undefined;
		const from = visit ? day(visit.completed_on ?? visit.occurred_on) : opened;
		const purpose = stage === "firstContact" ? "call" : stage === "needsAssessment" ? "assessment" : purposes[stage as Stage];
		const [kind, title] = draw.pick(followUps.filter(([, , , list]) => list.includes(purpose)));
		const owner =
			stage === "integration" && draw.chance(0.5) ? draw.pick(staff.agents) : stage === "recruitment" && draw.chance(0.2) ? staff.recruitment : advisorId;
		world.follow_up.push({
			id: uuid(seed, "todo", story.key),
			region_code: regionOn(story.employer, today),
			employer_id: story.employer.id,
			support_case_id: caseId,
			visit_id: visit?.id ?? null,
			kind,
			title: typeset(title),
			owner_id: owner,
			due_on: iso(due),
			done_on: null,
			outcome: null,
			created_on: iso(Math.min(from, due)),
			promised: promisedKinds.has(kind),
			version: 1,
		});
	}
}
