import { addBusinessDays, type Day, day, iso, onOrAfter, onOrBefore } from "./calendar.ts";
import type { Context } from "./context.ts";
import { random, uuid } from "./random.ts";
import type { Referral, Visit } from "./rows.ts";
import { typeset } from "./texts.ts";

type Destination = Pick<Referral, "to_person_id" | "to_partner_id" | "to_service" | "reason">;
const toService = (to_service: string, reason: string): Destination => ({ to_person_id: null, to_partner_id: null, to_service, reason });

/** To whom a counsellor refers an employer after a visit, and why. */
export const referralsMade: readonly Destination[] = [
	toService("servicesQuebec", "recruitment"),
	toService("francisationQuebec", "francization"),
	toService("oqlf", "languageCompliance"),
	toService("localDevelopment", "financing"),
	toService("cteq", "succession"),
];

const outcomes = [
	["serviceGiven", 4],
	["serviceUnderWay", 3],
	["informationGiven", 2],
	["noFollowUp", 1],
] as const;

/** How it went, by its age: most come back within three weeks, a few are never answered. */
function course(seed: number, key: string, sent: Day, today: Day, receiver: string): Partial<Referral> {
	const draw = random(seed, "referralCourse", key);
	const received = onOrAfter(sent + draw.int(1, 6));
	const ended = onOrAfter(sent + draw.int(8, 24));
	// What is long past is settled; of the last months, one in five is still waited for.
	if (ended <= today && (sent < today - 120 || draw.chance(0.7))) {
		const outcome = draw.weighted(outcomes);
		return { state: "closed", acknowledged_on: iso(received), ended_on: iso(ended), ended_by_id: receiver, outcome };
	}
	return received <= today && draw.chance(0.5) ? { state: "acknowledged", acknowledged_on: iso(received) } : {};
}

const blank = {
	employer_id: null,
	visit_id: null,
	to_person_id: null,
	to_partner_id: null,
	to_service: null,
	contact_name: null,
	note: null,
	consent_from: "employer",
	consent_method: "spoken",
	state: "sent",
	acknowledged_on: null,
	meeting_on: null,
	ended_on: null,
	ended_by_id: null,
	outcome: null,
	outcome_visit_id: null,
	end_reason: null,
	end_note: null,
	version: 1,
} as const;

/** Those written in the reports, as their lines say. */
function ofReports({ world, seed, today }: Context) {
	const firstOf = new Map<string, string>();
	for (const { visit_id, person_id } of world.visit_adviser) if (!firstOf.has(visit_id)) firstOf.set(visit_id, person_id);
	const employerOf = new Map(world.visit_employer.map(({ visit_id, employer_id }) => [visit_id, employer_id]));
	const lineOf = (visit: Visit) => (visit.status === "completed" ? (visit.report.referrals ?? []) : []);
	for (const visit of world.visit)
		for (const line of lineOf(visit)) {
			const from = firstOf.get(visit.id);
			if (!from || !line.reason || !line.toService) continue;
			world.referral.push({
				...blank,
				id: line.id,
				region_code: visit.region_code,
				employer_id: employerOf.get(visit.id) ?? null,
				visit_id: visit.id,
				from_person_id: from,
				to_service: line.toService,
				reason: line.reason,
				consent_on: visit.occurred_on,
				consent_method: line.consentMethod ?? "spoken",
				sent_on: visit.occurred_on,
				reply_expected_on: line.replyExpectedOn ?? visit.occurred_on,
				...course(seed, line.id, day(visit.occurred_on), today, from),
			});
		}
}

const needs = [
	["welcome", "Arrivée prévue le mois prochain\u00A0: installation, école et francisation à préparer."],
	["francization", "La personne souhaite un cours du soir, près de son travail."],
	["welcome", "Première semaine au travail\u00A0; la famille arrive dans trois mois."],
	["housing", "Logement temporaire jusqu’à la fin du mois."],
] as const;

/** The last months: persons' needs sent to the agents of integration, and employers sent to the recruitment colleague and to partners. */
function between({ world, seed, today, staff }: Context) {
	const recent = world.visit.filter(({ status, occurred_on, region_code }) => status === "completed" && region_code === "16" && day(occurred_on) > today - 130);
	const adviserOf = new Map(world.visit_adviser.map(({ visit_id, person_id }) => [visit_id, person_id]));
	const employerOf = new Map(world.visit_employer.map(({ visit_id, employer_id }) => [visit_id, employer_id]));
	const partners = world.partner.filter(({ type, region_code }) => type === "npo" && region_code === "16");
	for (const visit of recent) {
		const draw = random(seed, "referralBetween", visit.id);
		const from = adviserOf.get(visit.id);
		const employer = employerOf.get(visit.id);
		if (!from || !employer || !draw.chance(0.4)) continue;
		const sent = onOrAfter(day(visit.occurred_on) + 1);
		if (sent > today) continue;
		const kind = draw.weighted([
			["agent", 6],
			["colleague", 2],
			["partner", 2],
		] as const);
		const [reason, note] = draw.pick(needs);
		const receiver = kind === "agent" ? draw.pick(staff.agents) : kind === "colleague" ? staff.recruitment : null;
		const partner = kind === "partner" ? (draw.pick(partners)?.id ?? null) : null;
		if (receiver === from || (receiver === null && partner === null)) continue;
		const isOfPerson = kind === "agent" && draw.chance(0.4);
		world.referral.push({
			...blank,
			id: uuid(seed, "referralBetween", visit.id),
			region_code: "16",
			employer_id: isOfPerson ? null : employer,
			from_person_id: from,
			to_person_id: receiver,
			to_partner_id: partner,
			reason: kind === "colleague" ? "internationalRecruitment" : reason,
			note: kind === "colleague" ? null : typeset(note),
			consent_from: isOfPerson ? "person" : "employer",
			consent_on: iso(sent),
			consent_method: draw.chance(0.7) ? "spoken" : "written",
			sent_on: iso(sent),
			reply_expected_on: iso(addBusinessDays(sent, 15)),
			...course(seed, visit.id, sent, today, receiver ?? from),
		});
	}
}

/** Each agent has one that came this week or the last: the first page of a trial is not empty. */
function toEachAgent({ world, seed, today, staff }: Context) {
	const recent = world.visit.filter(({ status, occurred_on, region_code }) => status === "completed" && region_code === "16" && day(occurred_on) > today - 40);
	const adviserOf = new Map(world.visit_adviser.map(({ visit_id, person_id }) => [visit_id, person_id]));
	const employerOf = new Map(world.visit_employer.map(({ visit_id, employer_id }) => [visit_id, employer_id]));
	for (const [n, agent] of staff.agents.entries()) {
		const draw = random(seed, "referralToAgent", n);
		const visit = recent.length > 0 ? draw.pick(recent) : undefined;
		const from = visit && adviserOf.get(visit.id);
		if (!visit || !from || from === agent) continue;
		const sent = onOrBefore(today - draw.int(1, 9));
		const [reason, note] = draw.pick(needs);
		world.referral.push({
			...blank,
			id: uuid(seed, "referralToAgent", n),
			region_code: "16",
			employer_id: n % 3 === 2 ? null : (employerOf.get(visit.id) ?? null),
			from_person_id: from,
			to_person_id: agent,
			reason,
			note: typeset(note),
			consent_from: "person",
			consent_on: iso(sent),
			consent_method: "written",
			sent_on: iso(sent),
			reply_expected_on: iso(addBusinessDays(sent, 15)),
		});
	}
}

export function makeReferrals(context: Context) {
	toEachAgent(context);
	ofReports(context);
	between(context);
}
