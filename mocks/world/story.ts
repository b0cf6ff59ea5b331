import { addBusinessDays, CUTOFF, type Day, onOrAfter, TRANSFER } from "./calendar.ts";
import { type Stage, type Step, type Story, stages } from "./context.ts";
import { backReasons } from "./data/phrases.ts";
import type { Known } from "./employers.ts";
import { type Random, random } from "./random.ts";

/** Days spent in each stage, as the field sees them (least, most). */
const stays: Readonly<Record<Stage, readonly [number, number]>> = {
	toContact: [3, 12],
	firstContact: [6, 18],
	needsAssessment: [7, 26],
	supportPlan: [6, 19],
	recruitment: [24, 85],
	selection: [12, 29],
	immigration: [70, 200],
	arrival: [12, 29],
	integration: [91, 130],
	retention: [120, 270],
};

/** Where a case ends and why: [last stage, reason, weight]. */
const ends: readonly (readonly [Stage, string, number])[] = [
	["firstContact", "noResponse", 7],
	["needsAssessment", "referred", 12],
	["needsAssessment", "notEligible", 4],
	["supportPlan", "abandoned", 6],
	["recruitment", "needMet", 20],
	["recruitment", "abandoned", 6],
	["selection", "needMet", 10],
	["immigration", "abandoned", 4],
	["integration", "needMet", 9],
	["retention", "needMet", 20],
	["retention", "closedBusiness", 1],
];

const endOf = (draw: Random, met: boolean) => draw.weighted(ends.filter(([stage]) => !met || stage !== "firstContact").map((end) => [end, end[2]] as const));

/** A whole case, from opening to closing. `metOn` fixes the day of the first rencontre. */
export function closedStory(seed: number, employer: Known, n: number, openedOn: Day, metOn?: Day): Story {
	const key = `${employer.index}/${n}`;
	const draw = random(seed, "story", key);
	const [last, reason] = endOf(draw, metOn !== undefined);
	const steps: Step[] = [];
	let on = onOrAfter(openedOn);
	for (const stage of stages.slice(0, stages.indexOf(last) + 1)) {
		if (stage === "needsAssessment" && metOn !== undefined) on = metOn;
		if (stage === "firstContact" && metOn !== undefined) on = onOrAfter(openedOn + Math.max(1, Math.floor((metOn - openedOn) / 3)));
		steps.push({ stage, on });
		if (stage === "selection" && last !== "selection" && draw.chance(0.07)) {
			const back = onOrAfter(on + draw.int(8, 20));
			const again = onOrAfter(back + draw.int(15, 40));
			steps.push({ stage: "recruitment", on: back, reason: draw.pick(backReasons) }, { stage: "selection", on: again });
			on = again;
		}
		on = onOrAfter(on + draw.int(...stays[stage]));
	}
	const story: Story = { key, employer, steps, closing: { on, reason }, quietAfter: null };
	return employer.leaves && openedOn < TRANSFER && on >= TRANSFER ? handedOver(story) : story;
}

/** What was open when the MRC left was handed to Estrie the day before. */
const handedOver = (story: Story): Story => ({
	...story,
	steps: story.steps.filter((step) => step.on < TRANSFER),
	closing: { on: TRANSFER - 1, reason: "transferred" },
});

/** An open case told backwards from the day it entered the stage where it stands; never before the day after 2021-03-31. */
export function openStory(seed: number, employer: Known, stage: Stage, enteredOn: Day, floor: Day, quietAfter: Day | null): Story {
	const key = `${employer.index}/open`;
	const draw = random(seed, "open", key, stage);
	const before = stages.slice(0, stages.indexOf(stage)).map((one) => [one, draw.int(...stays[one])] as const);
	const length = before.reduce((sum, [, days]) => sum + days, 0);
	// Close to 2021-03-31 there is no room for a long story: it is told faster.
	const pace = Math.min(1, Math.max(0, enteredOn - floor) / Math.max(1, length));
	const steps: Step[] = [];
	let on = enteredOn - Math.floor(length * pace);
	for (const [one, days] of before) {
		steps.push({ stage: one, on });
		on += Math.floor(days * pace);
	}
	steps.push({ stage, on: enteredOn });
	return {
		key,
		employer,
		steps: pace === 1 ? steps.map((step, n) => (n < steps.length - 1 ? { ...step, on: onOrAfter(step.on) } : step)) : steps,
		closing: null,
		quietAfter,
	};
}

/** The closed cases of an employer: the first is the same whatever today is, the later ones only when they are over on `until`. */
export function closedStories(seed: number, employer: Known, early: boolean, until: Day, today: Day): Story[] {
	const first = closedStory(seed, employer, 0, employer.createdOn, employer.metOn);
	const stories = early || (first.closing as { on: Day }).on <= until ? [first] : [];
	let last = stories[0];
	for (let n = 1; last && n < 12; n++) {
		const draw = random(seed, "return", employer.index, n);
		const gap = draw.weighted([
			[draw.int(200, 600), 1],
			[draw.int(600, 1400), 2],
			[draw.int(1400, 3200), 4],
		] as const);
		const opened = addBusinessDays(Math.max((last.closing as { on: Day }).on, CUTOFF) + gap, 1);
		if (opened > today) return stories;
		const story = closedStory(seed, employer, n, opened);
		if ((story.closing as { on: Day }).on > until) return stories;
		stories.push(story);
		last = story;
	}
	return stories;
}
