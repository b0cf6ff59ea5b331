import { type Day, iso, yearOf } from "./calendar.ts";
import type { Context, Story } from "./context.ts";
import { stages } from "./context.ts";
import { localEfforts, requirements } from "./data/phrases.ts";
import { occupations } from "./data/trades.ts";
import { regionOn } from "./employers.ts";
import { moveNeed } from "./need-movements.ts";
import { random, uuid } from "./random.ts";
import type { LabourNeed } from "./rows.ts";
import { typeset } from "./texts.ts";

const minimumWage = [12.5, 13.1, 13.5, 14.25, 15.25, 15.75, 16.1, 16.6];

function wage(code: string, on: Day, place: number): number {
	const [, low, high] = occupations[code] as readonly [string, number, number, number, number];
	const year = Math.min(Math.max(yearOf(on) - 2019, 0), 7);
	const dollars = (low + place * (high - low)) * (0.79 + 0.03 * year);
	return Math.max(Math.ceil(dollars * 4) * 25, Math.ceil((minimumWage[year] ?? 16.6) * 100));
}

/** The needs of a story, recorded at its first visit; what became of them follows the stage where the story stands on `today`. */
export function makeNeeds(context: Context, story: Story, caseId: string, visitId: string, on: Day): LabourNeed[] {
	const { world, seed, today } = context;
	const { employer, steps, closing } = story;
	const draw = random(seed, "needs", story.key);
	const reached = Math.max(...steps.filter((step) => step.on <= today).map((step) => stages.indexOf(step.stage)));
	const closed = closing !== null && closing.on <= today ? closing : null;
	const count = draw.weighted([
		[1, 2],
		[2, 4],
		[3, 4],
		[4, 1],
	] as const);
	return draw.sample(employer.trade.occupations, count).map((occupation_code, n) => {
		const posts = Math.max(
			1,
			Math.min(
				draw.weighted([
					[1, 3],
					[2, 4],
					[draw.int(3, 5), 5],
					[draw.int(6, 14), 2],
				] as const),
				Math.ceil(employer.size / 4),
			),
		);
		const share = draw.next();
		// Offers are accepted from the immigration stage on; the last posts of a case are filled before it is closed as met.
		const hired = closed ? (closed.reason === "needMet" ? (share < 0.75 ? 1 : 0.6) : 0) : reached >= 9 ? 0.8 : reached >= 7 ? 0.55 : reached >= 6 ? 0.3 : 0;
		const posts_filled = Math.min(posts, hired === 1 ? posts : Math.floor(posts * hired * (0.6 + share * 0.7)));
		const [, , , low, high] = occupations[occupation_code] as readonly [string, number, number, number, number];
		const need: LabourNeed = {
			id: uuid(seed, "need", story.key, n),
			region_code: regionOn(employer, on),
			employer_id: employer.id,
			support_case_id: caseId,
			visit_id: visitId,
			establishment_id: employer.establishmentId,
			occupation_code,
			posts,
			posts_filled,
			posts_cancelled: closed ? posts - posts_filled : 0,
			hourly_wage_cents: wage(occupation_code, on, draw.next()),
			french_level: draw.int(low, high),
			permanence: employer.trade.seasonal && draw.chance(0.7) ? "seasonal" : draw.chance(0.94) ? "permanent" : "temporary",
			start_on: iso(on + draw.int(30, 160)),
			schedule: draw.pick(employer.trade.shifts),
			requirements: draw.chance(0.6) ? typeset(draw.pick(requirements)) : null,
			vacant_months: draw.int(1, 14),
			local_efforts: typeset(draw.pick(localEfforts)),
			housing: random(seed, "housing", story.key, n).weighted([
				[null, 5],
				["offered", 2],
				["toFind", 3],
				["none", 2],
			] as const),
			recorded_on: iso(on),
			closed_on: closed ? iso(closed.on) : null,
			version: 1,
		};
		world.labour_need.push(need);
		moveNeed(context, story, need, n);
		return need;
	});
}
