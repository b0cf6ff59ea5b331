import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CatalogueFacts, calledByStep, proposeFollowUps } from "#api/rules/follow-up-catalogue.ts";
import { nextDue } from "#api/rules/recurrence.ts";
import { isBusinessDay } from "#contract/business-days.ts";
import type { FollowUpRule } from "#contract/follow-ups.ts";
import { addDays } from "#lib/days.ts";

const rule = (code: string, trigger: string, kind: string, dueCount: number, dueUnit: FollowUpRule["dueUnit"]): FollowUpRule => ({
	...{ code, trigger, kind, titleFr: code, titleEn: code, dueCount, dueUnit, anchor: "event" },
	...{ repeatEvery: null, repeatUnit: null, escalateAfterDays: null },
});
/** As the migration writes them (domain §2.4). */
const catalogue = [
	rule("visitSummary", "visitCompleted", "summaryEmail", 2, "businessDay"),
	rule("visitDocumentation", "visitCompleted", "documentation", 5, "businessDay"),
	rule("portalAccount", "portalToOpen", "portalCheck", 10, "businessDay"),
	rule("portalFirstUse", "portalActive", "portalCheck", 30, "day"),
	rule("portalSecondUse", "portalActive", "portalCheck", 90, "day"),
	rule("referralOutcome", "referralSent", "referralOutcome", 15, "businessDay"),
	rule("languageOffice", "twentyFiveEmployees", "languageOffice", 30, "day"),
	rule("noContact", "noInteraction", "call", 90, "day"),
	rule("employment1", "workStarted", "retention", 1, "month"),
];
const today = "2026-11-26";
const visit = { solutions: [] as string[], referrals: [] as { service: string | null; replyExpectedOn: string | null }[] };
const facts = (changes: Partial<CatalogueFacts> = {}): CatalogueFacts => ({
	...{
		today,
		visit,
		portal: { toOpenOn: null, accountOn: null, isUsed: false },
		languageOffice: { employees: 24, registerFrom: 25, isKnown: false },
		lastInteractionOn: "2026-11-20",
		reportKinds: [],
		openKinds: [],
	},
	...changes,
});
const proposed = (changes: Partial<CatalogueFacts> = {}) =>
	proposeFollowUps(catalogue, facts(changes), "fr").map(({ ruleCode, dueOn, isChosen }) => `${ruleCode} ${dueOn}${isChosen ? "" : " ?"}`);

describe("ce que le catalogue propose", () => {
	it("à la fin d’une visite : la synthèse, et la documentation si une solution a été discutée", () => {
		expect(proposed()).toEqual(["visitSummary 2026-11-30", "visitDocumentation 2026-12-03 ?"]);
		expect(proposed({ visit: { ...visit, solutions: ["imp"] } })).toEqual(["visitSummary 2026-11-30", "visitDocumentation 2026-12-03"]);
	});

	it.each([
		["25 personnes, sans statut", { employees: 25, registerFrom: 25, isKnown: false }, ["languageOffice 2026-12-29"]],
		["24 personnes", { employees: 24, registerFrom: 25, isKnown: false }, []],
		["49 personnes, quand le seuil était de 50", { employees: 49, registerFrom: 50, isKnown: false }, []],
		["un effectif inconnu", { employees: null, registerFrom: 25, isKnown: false }, []],
		["un employeur déjà informé, inscrit ou attesté", { employees: 300, registerFrom: 25, isKnown: true }, []],
	])("d’informer l’employeur et de le référer à l’OQLF : %s", (_, languageOffice, expected) => {
		expect(proposed({ visit: null, languageOffice })).toEqual(expected);
		// Once to be done, it is not proposed again.
		expect(proposed({ visit: null, languageOffice, openKinds: ["languageOffice"] })).toEqual([]);
	});

	it("rien de ce qui est déjà dans les prochaines étapes du rapport", () => {
		expect(proposed({ reportKinds: ["summaryEmail", "documentation"] })).toEqual([]);
	});

	it("le compte Portail à ouvrir, s’il a été discuté, n’existe pas et n’est suivi par personne", () => {
		const discussed = { visit: { ...visit, solutions: ["employerPortal"] } };
		expect(proposed(discussed)).toContain("portalAccount 2026-12-10");
		expect(proposed({ ...discussed, openKinds: ["portalCheck"] }).join()).not.toContain("portalAccount");
		expect(proposed({ ...discussed, portal: { toOpenOn: null, accountOn: "2026-11-20", isUsed: true } }).join()).not.toContain("portal");
	});

	it("la première utilisation à 30 jours du compte, puis à 90, tant qu’il n’a pas servi", () => {
		const since = (accountOn: string, isUsed = false) => proposed({ visit: null, portal: { toOpenOn: null, accountOn, isUsed } });
		expect(since("2026-11-16")).toEqual(["portalFirstUse 2026-12-16"]);
		expect(since("2026-10-01")).toEqual(["portalSecondUse 2026-12-30"]);
		expect(since("2026-10-01", true)).toEqual([]);
	});

	it("le compte dit à ouvrir se vérifie dix jours ouvrables après, sans attendre une visite", () => {
		expect(proposed({ visit: null, portal: { toOpenOn: "2026-11-24", accountOn: null, isUsed: false } })).toEqual(["portalAccount 2026-12-08"]);
	});

	it.each([
		["à ouvrir", "toOpen", "2026-11-26", false, ["portalAccount 2026-12-10"]],
		["actif", "account", "2026-11-26", false, ["portalFirstUse 2026-12-29", "portalSecondUse 2027-02-24"]],
		["actif depuis deux mois", "account", "2026-09-26", false, ["portalSecondUse 2026-12-29"]],
		["actif depuis un an", "account", "2025-11-26", false, ["portalSecondUse 2026-11-26"]],
		["actif, et déjà utilisé", "account", "2026-11-20", true, []],
		["ouvert", "opened", "2026-11-26", false, []],
		["une recherche", "search", "2026-11-26", false, []],
	])("un compte %s appelle, dès qu’on le consigne, ce que le catalogue prévoit", (_said, event, occurredOn, isSettled, expected) => {
		expect(calledByStep(catalogue, { event, occurredOn, isSettled }, today).map(({ rule: { code }, dueOn }) => `${code} ${dueOn}`)).toEqual(expected);
	});

	it("le retour de chaque référence, à la date où la réponse est attendue", () => {
		const referrals = [
			{ service: "OQLF", replyExpectedOn: "2026-12-09" },
			{ service: "Services Québec", replyExpectedOn: null },
		];
		expect(proposeFollowUps(catalogue, facts({ visit: { ...visit, referrals } }), "fr").slice(2)).toMatchObject([
			{ title: "referralOutcome : OQLF", dueOn: "2026-12-09" },
			{ title: "referralOutcome : Services Québec", dueOn: "2026-12-17" },
		]);
	});

	it("une relance après 90 jours de silence d’un employeur accompagné, et pas avant", () => {
		expect(proposed({ visit: null, lastInteractionOn: addDays(today, -90) })).toEqual(["noContact 2026-11-26"]);
		expect(proposed({ visit: null, lastInteractionOn: addDays(today, -89) })).toEqual([]);
		expect(proposed({ visit: null, lastInteractionOn: null })).toEqual([]);
	});

	it("jamais un jour passé ni un jour où l’on ne travaille pas", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 400 }), (offset, ago) => {
				const now = addDays("2024-01-01", offset);
				const all = proposeFollowUps(
					catalogue,
					facts({ today: now, visit: null, lastInteractionOn: addDays(now, -ago), portal: { toOpenOn: null, accountOn: addDays(now, -ago), isUsed: false } }),
					"fr",
				);
				return all.every(({ dueOn }) => dueOn >= now && isBusinessDay(dueOn));
			}),
			{ numRuns: 80 },
		);
	});
});

describe("un suivi récurrent", () => {
	it.each([
		["chaque semaine, fait à temps", { every: 1, unit: "week" }, "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-30"],
		["chaque semaine, fait avec trois semaines de retard", { every: 1, unit: "week" }, "2026-11-02", "2026-11-02", "2026-11-24", "2026-11-30"],
		["reporté, puis fait : la série ne bouge pas", { every: 1, unit: "week" }, "2026-11-23", "2026-11-25", "2026-11-25", "2026-11-30"],
		["chaque mois, du 31 au 31", { every: 1, unit: "month" }, "2026-08-31", "2026-09-30", "2026-09-30", "2026-11-02"],
		["tous les 30 jours, un férié attend le jour ouvrable", { every: 30, unit: "day" }, "2026-11-25", "2026-11-25", "2026-11-25", "2026-12-29"],
	] as const)("%s", (_, repetition, from, dueOn, doneOn, next) => expect(nextDue(repetition, from, dueOn, doneOn)).toBe(next));

	it("revient toujours après le jour où il a été fait, un jour ouvrable", () => {
		const unit = fc.constantFrom("day" as const, "week" as const, "month" as const);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 99 }), unit, (offset, late, every, of) => {
				const from = addDays("2024-01-01", offset);
				const next = nextDue({ every, unit: of }, from, from, addDays(from, late));
				return next > addDays(from, late) && isBusinessDay(next);
			}),
			{ numRuns: 80 },
		);
	});
});
