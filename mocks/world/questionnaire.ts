import { day, iso, onOrAfter, yearOf } from "./calendar.ts";
import type { Context } from "./context.ts";
import { advisorOn, type Known, regionOn } from "./employers.ts";
import { type Random, random, uuid } from "./random.ts";

const concerns = [
	"Trouver des soudeuses et des soudeurs",
	"Loger les personnes qui arrivent",
	"Les délais des permis de travail",
	"Garder l’équipe de nuit",
	"La relève de la direction",
	"Le transport jusqu’à l’usine",
] as const;

/** What a counsellor hears in the first months of a year: an employer in four is asked, and keeps being asked. */
const answersOf = (draw: Random, size: number): [code: string, value: string][] => [
	[
		"staffing",
		draw.weighted([
			["growth", 4],
			["stable", 7],
			["reduction", 1],
		] as const),
	],
	["moving", draw.chance(0.05) ? "yes" : "no"],
	[
		"future",
		draw.weighted([
			["none", 12],
			["succession", 2],
			["closure", 0.4],
		] as const),
	],
	["hiring", String(draw.int(size > 100 ? 3 : 1, 5))],
	["housing", draw.chance(0.35) ? "yes" : "no"],
	["permits", draw.chance(0.2) ? "yes" : "no"],
	["french", draw.chance(0.93) ? "yes" : "no"],
	["concern", draw.pick(concerns)],
];

export function makeAnswers({ world, seed, today, staff }: Context, employer: Known) {
	if (employer.index % 4 !== 0) return;
	for (let year = yearOf(today) - 2; year <= yearOf(today); year++) {
		const draw = random(seed, "questionnaire", employer.index, year);
		// The present year is under way: not everybody has been asked.
		if (!draw.chance(year === yearOf(today) ? 0.6 : 0.85)) continue;
		const on = onOrAfter(day(`${year}-01-15`) + draw.int(0, 320));
		if (on > today || on < employer.metOn) continue;
		for (const [code, value] of answersOf(draw, employer.size)) {
			if (draw.chance(0.06)) continue;
			world.questionnaire_answer.push({
				id: uuid(seed, "answer", employer.index, year, code),
				region_code: regionOn(employer, on),
				employer_id: employer.id,
				year,
				question_code: code,
				value,
				answered_on: iso(on),
				answered_by: advisorOn(employer, on, staff),
				role: "advisor",
				service_point_id: null,
				visit_id: null,
				version: 1,
			});
		}
	}
}
