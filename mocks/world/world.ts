import { CUTOFF, type Day, day, iso, onOrAfter, TRANSFER } from "./calendar.ts";
import { writeCase } from "./cases.ts";
import { makeCommunities } from "./communities.ts";
import type { Context, Story, Written } from "./context.ts";
import { makeDocuments } from "./documents.ts";
import { type Known, makeEmployers } from "./employers.ts";
import { makeMissions } from "./missions.ts";
import { makePeople } from "./people.ts";
import { openStories, writePresent } from "./present.ts";
import { makeAnswers } from "./questionnaire.ts";
import { random } from "./random.ts";
import { makeReferrals } from "./referrals.ts";
import { emptyWorld, type World } from "./rows.ts";
import { closedStories, closedStory } from "./story.ts";
import { makeToolUses } from "./tools.ts";
import { addVisit } from "./visits.ts";

export type Scenario = "region" | "vide" | "surcharge";
export type WorldOptions = {
	seed?: number;
	/** Employers accompanied between the deployment and 2021-03-31. */
	size?: number;
	/** `YYYY-MM-DD`, 2021-03-31 or later. */
	today: string;
	/** `vide`: people and places only; `surcharge`: ten times the employers, every case asleep and every follow-up late. */
	scenario?: Scenario;
};

/** A believable region: the same up to 2021-03-31 whatever today is, told from there to today. Pure: no clock, no chance. */
export function world({ seed = 16, size: asked = 207, today: todayIso, scenario = "region" }: WorldOptions): World {
	const today = day(todayIso);
	if (Number.isNaN(today) || today < CUTOFF) throw new RangeError(`The world begins to move on ${iso(CUTOFF)}: it cannot be told on ${todayIso}.`);
	const rows = emptyWorld();
	const staff = makePeople(rows, seed);
	if (scenario === "vide") return rows;
	const late = scenario === "surcharge";
	const size = late ? asked * 10 : asked;
	const context: Context = { world: rows, seed, today, staff };
	makeCommunities(rows, seed, today);
	const employers = makeEmployers(rows, seed, size, today, staff);

	const firstClosing = (employer: Known) =>
		employer.index < size ? closing(closedStory(seed, employer, 0, employer.createdOn, employer.metOn)) : employer.createdOn;
	const open = openStories(context, employers, size, late, firstClosing);
	const openOf = new Map(open.map((story) => [story.employer, story]));
	const written: Written[] = [];
	for (const employer of employers) {
		const present = openOf.get(employer) ?? estrieStory(context, employer);
		// A later case of the same employer leaves room for the one that is open now.
		const until = present ? (present.steps[0]?.on ?? today) - 3 : today;
		const past = closedStories(seed, employer, employer.index < size, until, today);
		for (const story of past) written.push(writeCase(context, story));
		if (present) written.push(writeCase(context, present));
		courtesies(context, employer, past, until);
		makeToolUses(context, employer);
		makeAnswers(context, employer);
	}
	writePresent(
		context,
		written.filter((one) => one.stage !== "closed" && one.story.employer.leaves === false),
		size,
		late,
	);
	makeMissions(context);
	makeReferrals(context);
	makeDocuments(context);
	return rows;
}

const closing = (story: Story): Day => story.closing?.on ?? 0;

/** Estrie carries on with some of the employers it received. */
function estrieStory({ seed, today }: Context, employer: Known): Story | undefined {
	const draw = random(seed, "estrie", employer.index);
	if (!employer.leaves || today < TRANSFER + 60 || !draw.chance(0.5)) return undefined;
	const opened = Math.max(TRANSFER + 6, today - 60);
	return {
		key: `${employer.index}/estrie`,
		employer,
		closing: null,
		quietAfter: null,
		steps: [
			{ stage: "toContact", on: opened },
			{ stage: "firstContact", on: opened + 6 },
			{ stage: "needsAssessment", on: onOrAfter(opened + 20) },
		],
	};
}

/** Between two cases, a counsellor calls or drops by once or twice a year. */
function courtesies(context: Context, employer: Known, past: Story[], until: Day) {
	const { seed, today } = context;
	const busy = (on: Day) => past.some((story) => on >= (story.steps[0]?.on ?? 0) - 10 && on <= closing(story) + 20);
	let on = employer.metOn;
	for (let n = 0; n < 60; n++) {
		const draw = random(seed, "courtesy", employer.index, n);
		if (n > 0 || past.length > 0) on = onOrAfter(on + draw.int(500, 1100));
		if (on > until || on > today) return;
		if (on > CUTOFF && !busy(on))
			addVisit(context, { key: `${employer.index}/courtesy/${n}`, employer, on, purpose: "courtesy", caseId: null, limit: Math.min(until, today) });
	}
}
