import type { VisitReport } from "#contract/visit-report.ts";
import { addBusinessDays, type Day, iso } from "./calendar.ts";
import { documents, type Purpose, partnersPresent } from "./data/phrases.ts";
import type { Known } from "./employers.ts";
import { type Random, uuid } from "./random.ts";
import { referralsMade } from "./referrals.ts";
import type { FollowUp, LabourNeed } from "./rows.ts";
import { typeset } from "./texts.ts";

type Said = { employer: Known; on: Day; purpose: Purpose; needs: LabourNeed[]; steps: FollowUp[]; draw: Random; seed: number; key: string };

const origins = ["servicesQuebec", "servicesQuebec", "mrc", "chamber", "event", "website", "employer", "mission"] as const;

/** The blocks as a counsellor fills them: all of them at a diagnosis, a few at a call. Lines bear the ids of the records they became. */
export function makeReport({ employer, on, purpose, needs, steps, draw, seed, key }: Said): VisitReport {
	const full = purpose === "assessment";
	const report: VisitReport = {
		place: purpose === "call" ? null : `${employer.name}, ${employer.town}`.slice(0, 200),
		origin: full || purpose === "call" ? draw.pick(origins) : null,
		language: draw.chance(0.95) ? "fr" : "en",
		contactIds: draw.sample(employer.contacts, draw.chance(0.3) ? 2 : 1).map(({ id }) => id),
		partnersPresent: full && draw.chance(0.2) ? draw.pick(partnersPresent) : null,
		nextSteps: steps.map((step) => ({ id: step.id, kind: step.kind, title: step.title, ownerId: step.owner_id, dueOn: step.due_on, promised: step.promised })),
	};
	if (needs.length > 0) report.needs = needs.map(needLine);
	if (purpose === "assessment" && needs.length === 0) report.noNeed = true;
	if (draw.chance(0.12))
		report.signals = [{ code: draw.pick(["expansion", "expansion", "permitExpiring", "permitDependency", "layoffs", "languageNonCompliance"]), note: null }];
	if (draw.chance(0.12)) report.referrals = [referralLine(on, draw, uuid(seed, "referral", key))];
	if (draw.chance(0.3))
		report.documents = [{ id: uuid(seed, "document", key), title: typeset(draw.pick(documents)), direction: draw.chance(0.85) ? "given" : "received" }];
	return full ? { ...report, ...diagnosis(employer, on, draw) } : report;
}

function referralLine(on: Day, draw: Random, id: string) {
	const { to_service: toService, reason } = draw.pick(referralsMade);
	const consentMethod = draw.chance(0.7) ? ("spoken" as const) : ("written" as const);
	return { id, toService, contactName: null, reason, consentObtained: true, consentMethod, replyExpectedOn: iso(addBusinessDays(on, 15)) };
}

const needLine = (need: LabourNeed) => ({
	id: need.id,
	occupationCode: need.occupation_code,
	posts: need.posts,
	permanence: need.permanence,
	startOn: need.start_on,
	hourlyWageCents: need.hourly_wage_cents,
	frenchLevel: need.french_level,
	schedule: need.schedule,
	requirements: need.requirements,
	vacantMonths: need.vacant_months,
	localEfforts: need.local_efforts,
});

function diagnosis(employer: Known, on: Day, draw: Random): VisitReport {
	const seasonal = employer.trade.seasonal ? Math.round(employer.size * 0.5) : 0;
	const readiness = () => draw.int(0, 3);
	return {
		profile: {
			activity: employer.activity,
			sectorCode: employer.trade.sector,
			employeesTotal: employer.size,
			employeesPermanent: employer.size - seasonal,
			employeesSeasonal: seasonal,
			temporaryForeignWorkers: draw.chance(0.35) ? draw.int(1, Math.max(1, Math.floor(employer.size / 8))) : 0,
			shifts: draw.pick(employer.trade.shifts),
			union: draw.chance(0.25) ? "Syndicat local" : "Aucun",
			trend: draw.weighted([
				["growing", 5],
				["stable", 4],
				["declining", 1],
			] as const),
			hasHumanResources: employer.size >= 50 || draw.chance(0.2),
			recruitedAbroad: draw.chance(0.3)
				? draw.pick(["Oui, une fois, par une agence", "Oui, quatre personnes en 2018", "Oui, saisonniers chaque année"])
				: "Jamais",
			frenchAtWork: draw.pick([
				"Français partout",
				"Français, anglais avec la clientèle",
				"Certificat de francisation détenu",
				"Analyse linguistique en cours",
			]),
		},
		capacity: {
			housing: draw.weighted([
				["searching", 5],
				["none", 3],
				["provided", 3],
			] as const),
			housingReadiness: readiness(),
			transportReadiness: readiness(),
			languagePlanReadiness: readiness(),
			mentoringReadiness: readiness(),
			inclusionReadiness: readiness(),
			note: null,
		},
		consent: { informed: true, noticeVersion: "2019-08", informedOn: iso(on), method: draw.chance(0.7) ? "spoken" : "written" },
	};
}
