import type { VisitReport } from "#contract/visit-report.ts";
import { addBusinessDays, CUTOFF, type Day, day, iso } from "./calendar.ts";
import type { Context } from "./context.ts";
import { missionsUntil } from "./data/missions.ts";
import { addenda, cancelReasons, facts, followUps, headlines, outcomes, type Purpose, promisedKinds, themes } from "./data/phrases.ts";
import { advisorOn, type Known, regionOn } from "./employers.ts";
import { type Random, random, uuid } from "./random.ts";
import { makeReport } from "./reports.ts";
import type { FollowUp, LabourNeed, Visit } from "./rows.ts";
import { fill, occupationWords, typeset } from "./texts.ts";

const PANDEMIC = day("2020-03-16");
const REOPENED = day("2022-03-14");

function modeOf(purpose: Purpose, on: Day, draw: Random): string {
	if (purpose === "call") return "phone";
	const apart = on >= PANDEMIC && on < REOPENED;
	// A diagnosis is a meeting: an appel does not count as a visit.
	const phone = purpose === "assessment" || purpose === "integration" ? 0 : purpose === "courtesy" ? 35 : 14;
	return draw.weighted([
		["onSite", apart ? 15 : 60],
		["video", apart ? 70 : 24],
		["office", apart ? 1 : 9],
		["phone", phone],
	] as const);
}

const intentions: Readonly<Record<Purpose, string>> = {
	call: "Premier appel",
	assessment: "Diagnostic des besoins",
	plan: "Convenir du plan d’accompagnement",
	recruitment: "Suivi du recrutement",
	selection: "Suivi des entrevues et des offres",
	immigration: "Point sur les démarches d’immigration",
	arrival: "Préparer l’accueil",
	integration: "Suivi de l’intégration",
	retention: "Suivi en emploi",
	courtesy: "Suivi annuel",
};

function solutionsOf(employer: Known, purpose: Purpose, draw: Random): string[] {
	if (purpose === "call" || purpose === "courtesy") return draw.chance(0.3) ? ["localPool"] : [];
	const { sector } = employer.trade;
	const abroad = sector === "11" ? "agricultural" : sector === "54" ? "globalTalent" : draw.pick(["tfwpSimplified", "tfwpRegular", "imp"]);
	const others = [
		"localPool",
		"employerPortal",
		"journeesQuebec",
		"workplaceFrancization",
		...(sector === "62" ? ["skillsRecognition"] : []),
		"validatedOffer",
	];
	return [...new Set([...draw.sample(others, draw.int(1, 2)), ...(draw.chance(0.6) ? [abroad] : [])])];
}

/** A plant, its production and its shifts belong to manufacturers; the season and its house, to growers. */
const fits =
	({ trade }: Known) =>
	(phrase: string) =>
		trade.sector === "31-33" || !/usine|production|carnet de commandes|quart de|nouveau quart/i.test(phrase)
			? trade.seasonal === true || !/saisonnières/.test(phrase)
			: false;

export type VisitPlan = {
	key: string;
	employer: Known;
	on: Day;
	purpose: Purpose;
	caseId: string | null;
	needs?: LabourNeed[];
	/** Follow-ups are done by then. */
	limit: Day;
	status?: Visit["status"];
};

/** One visit with its parties, its team as it was that day, its report and the follow-ups that came of it. Nothing is written of the future, but a plan. */
export function addVisit(context: Context, plan: VisitPlan): Visit | null {
	const { world, seed, today, staff } = context;
	const { employer, on, purpose, needs = [], status = "completed" } = plan;
	if (on > today && status !== "planned") return null;
	const draw = random(seed, "visit", plan.key);
	const id = uuid(seed, "visit", plan.key);
	const region_code = regionOn(employer, on);
	const advisor = region_code === "16" && purpose === "recruitment" && draw.chance(0.16) ? staff.recruitment : advisorOn(employer, on, staff);
	const mode = modeOf(purpose, on, draw);
	const done = status === "completed";
	const contact = employer.contacts[draw.int(0, employer.contacts.length - 1)];
	const main = needs[0];
	const words = {
		n: main?.posts ?? draw.int(2, 6),
		metier: occupationWords(main?.occupation_code ?? draw.pick(employer.trade.occupations)),
		mois: main?.vacant_months ?? draw.int(2, 12),
		ville: employer.town,
		contact: (contact?.title ?? "direction").toLowerCase(),
		quart: draw.pick(employer.trade.shifts).toLowerCase(),
		activite: employer.activity.charAt(0).toLowerCase() + employer.activity.slice(1),
		effectif: employer.size,
		mission: missionsUntil(Number(iso(on).slice(0, 4)) + 1).find(([, start]) => day(start) > on + 30)?.[0] ?? "Journées Québec",
	};
	const seasonal = employer.trade.seasonal && draw.chance(0.4) ? ["season"] : [];
	const said = [...draw.sample(themes[purpose], purpose === "call" ? 1 : draw.int(2, 3)), ...seasonal].map((theme) =>
		fill(draw.pick((facts[theme] ?? []).filter(fits(employer))), words),
	);
	const completed = Math.min(
		on +
			draw.weighted([
				[0, 6],
				[1, 3],
				[2, 1],
			] as const),
		on <= CUTOFF ? CUTOFF : today,
		Math.max(plan.limit, on),
	);
	const steps = done ? addFollowUps(context, plan, id, advisor, draw) : [];
	const report: VisitReport =
		status === "completed"
			? makeReport({ employer, on, purpose, needs, steps, draw, seed, key: plan.key })
			: status === "draft"
				? {
						language: "fr",
						contactIds: contact ? [contact.id] : [],
						needs: [{ id: uuid(seed, "draftNeed", plan.key), occupationCode: draw.pick(employer.trade.occupations), posts: null }],
					}
				: {};
	const visit: Visit = {
		id,
		region_code,
		status,
		mode,
		occurred_on: iso(on),
		duration_minutes: mode === "phone" ? draw.int(2, 6) * 5 : draw.int(3, 8) * 15,
		headline: status === "planned" || status === "cancelled" ? typeset(intentions[purpose]) : fill(draw.pick(headlines[purpose].filter(fits(employer))), words),
		summary: done ? said.join(" ") : status === "draft" ? (said[0] ?? null) : null,
		solutions: done ? solutionsOf(employer, purpose, draw) : [],
		no_follow_up_reason:
			done && steps.length === 0 ? (purpose === "courtesy" ? draw.pick(["noNeed", "noNeed", "employerDeclined", "referred"]) : "other") : null,
		next_contact_on: done && draw.chance(0.3) ? iso(addBusinessDays(on, draw.int(10, 60))) : null,
		cancel_reason: status === "cancelled" ? draw.pick(cancelReasons) : null,
		completed_on: done ? iso(completed) : null,
		created_by: advisor,
		report,
		version: 1,
	};
	world.visit.push(visit);
	world.visit_employer.push({ visit_id: id, employer_id: employer.id, establishment_id: employer.establishmentId, region_code, mrc_code: employer.mrc });
	const team = new Set([advisor]);
	if (region_code === "16" && draw.chance(purpose === "recruitment" || purpose === "selection" ? 0.22 : 0.04)) team.add(staff.recruitment);
	if (region_code === "16" && (purpose === "arrival" || purpose === "integration") && draw.chance(0.6)) team.add(draw.pick(staff.agents));
	for (const person_id of team)
		world.visit_adviser.push({
			visit_id: id,
			person_id,
			region_code,
			role: staff.role.get(person_id) as string,
			service_point_id: staff.servicePointOn(person_id, on),
		});
	if (done && draw.chance(0.012) && on + 45 <= Math.min(plan.limit, today)) {
		world.visit_addendum.push({
			id: uuid(seed, "addendum", plan.key),
			region_code,
			visit_id: id,
			written_on: iso(on + draw.int(31, 45)),
			written_by: advisor,
			text: typeset(draw.pick(addenda)),
		});
	}
	return visit;
}

function addFollowUps(
	{ world, seed, today }: Context,
	{ key, employer, on, purpose, caseId, limit }: VisitPlan,
	visit_id: string,
	owner_id: string,
	draw: Random,
): FollowUp[] {
	const fitting = followUps.filter(([, , , purposes]) => purposes.includes(purpose));
	const chosen = draw.sample(
		fitting,
		purpose === "courtesy"
			? draw.chance(0.35)
				? 1
				: 0
			: draw.weighted([
					[1, 5],
					[2, 2],
				] as const),
	);
	return chosen.map(([kind, title, delay], n) => {
		const due = addBusinessDays(on, delay);
		const doneOn = Math.max(on, Math.min(addBusinessDays(due, draw.int(-3, 2)), limit));
		const outcome = typeset(draw.pick(outcomes));
		const row: FollowUp = {
			id: uuid(seed, "followUp", key, n),
			region_code: regionOn(employer, on),
			employer_id: employer.id,
			support_case_id: caseId,
			visit_id,
			kind,
			title: typeset(title),
			owner_id,
			due_on: iso(due),
			done_on: doneOn <= today ? iso(doneOn) : null,
			outcome: doneOn <= today ? outcome : null,
			created_on: iso(on),
			// What is sent to the employer was promised at the visit.
			promised: promisedKinds.has(kind),
			version: 1,
		};
		world.follow_up.push(row);
		return row;
	});
}
