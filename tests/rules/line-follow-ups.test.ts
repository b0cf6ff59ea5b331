import { describe, expect, it } from "vitest";
import { type LineFollowed, lineFollowUps } from "#api/rules/line-follow-ups.ts";
import { isBusinessDay } from "#contract/business-days.ts";
import { type ImmigrationStep, immigrationSteps } from "#contract/immigration-steps.ts";

const rule = (code: string, trigger: string, dueCount: number, dueUnit: "day" | "businessDay" | "month", anchor = "event") => ({
	code,
	trigger,
	dueCount,
	dueUnit,
	anchor,
});
/** The catalogue of domain §2.4, as the migrations write it. */
const catalogue = [
	rule("visitSummary", "visitCompleted", 2, "businessDay"),
	rule("lmiaStatus", "lmiaFiled", 30, "day"),
	rule("offerStatus", "offerFiled", 30, "day"),
	rule("lmiaNext", "lmiaFavourable", 0, "businessDay"),
	rule("lmiaExpiry", "lmiaFavourable", -60, "day", "lmiaExpiry"),
	rule("arrivalPlanning", "permitIssued", 10, "businessDay"),
	rule("arrivalWeek", "arrived", 5, "businessDay"),
	rule("permitRenewal180", "permitExpires", -180, "day", "permitExpiry"),
	rule("permitRenewal120", "permitExpires", -120, "day", "permitExpiry"),
	rule("permitRenewal90", "permitExpires", -90, "day", "permitExpiry"),
	rule("employment1", "workStarted", 1, "month"),
	rule("employment3", "workStarted", 3, "month"),
	rule("employment6", "workStarted", 6, "month"),
	rule("employment12", "workStarted", 12, "month"),
];
const none = Object.fromEntries(immigrationSteps.map((step) => [step, null])) as Record<ImmigrationStep, null>;
const line = (fields: Partial<LineFollowed>): LineFollowed => ({
	...none,
	path: "tfwp",
	hiredOn: "2026-01-05",
	permitExpiresOn: null,
	endedOn: null,
	...fields,
});
const asked = (fields: Partial<LineFollowed>, today: string) => lineFollowUps(catalogue, line(fields), today);
/** What is to be made that day. */
const called = (fields: Partial<LineFollowed>, today: string) =>
	asked(fields, today)
		.filter(({ isWanted, isCalled }) => isWanted && isCalled)
		.map(({ rule: { code }, dueOn }) => `${code} ${dueOn}`);

describe("ce que le dossier d’une personne embauchée appelle", () => {
	it.each<[string, Partial<LineFollowed>, string, string[]]>([
		["embauchée : rien", {}, "2026-02-02", []],
		["demande déposée : son état, trente jours après", { filedOn: "2026-02-02" }, "2026-02-02", ["lmiaStatus 2026-03-04"]],
		["une offre permanente a le sien", { path: "permanent", filedOn: "2026-02-02" }, "2026-02-02", ["offerStatus 2026-03-04"]],
		["décidée : plus l’état, mais les demandes qui suivent", { filedOn: "2026-02-02", decidedOn: "2026-05-04" }, "2026-05-04", ["lmiaNext 2026-05-04"]],
		[
			"permis approuvé : préparer l’arrivée, dix jours ouvrables",
			{ filedOn: "2026-01-12", decidedOn: "2026-02-02", permitFiledOn: "2026-02-09", permitApprovedOn: "2026-06-01" },
			"2026-06-01",
			["arrivalPlanning 2026-06-15"],
		],
		[
			"arrivée : l’appel de la première semaine",
			{ path: "imp", permitApprovedOn: "2026-06-01", arrivedOn: "2026-06-08" },
			"2026-06-08",
			["arrivalWeek 2026-06-15"],
		],
		[
			"en poste : un, trois, six et douze mois",
			{ path: "openPermit", startedOn: "2026-02-02" },
			"2026-02-02",
			["employment1 2026-03-02", "employment3 2026-05-04", "employment6 2026-08-03", "employment12 2027-02-02"],
		],
		[
			"en poste, dit cinq mois après : ce qui reste à venir",
			{ path: "openPermit", startedOn: "2026-02-02" },
			"2026-07-06",
			["employment6 2026-08-03", "employment12 2027-02-02"],
		],
		["terminée : rien", { filedOn: "2026-02-02", endedOn: "2026-02-09" }, "2026-02-10", []],
		["arrivée il y a un an : rien de la première semaine", { path: "imp", permitApprovedOn: "2025-01-06", arrivedOn: "2025-02-03" }, "2026-02-02", []],
	])("%s", (_, fields, today, expected) => {
		expect(called(fields, today)).toEqual(expected);
	});

	it.each([
		["2026-01-05", "permitRenewal180 2026-07-06"],
		["2026-07-04", "permitRenewal180 2026-07-06"],
		["2026-09-01", "permitRenewal180 2026-09-01"],
		["2026-09-02", "permitRenewal120 2026-09-02"],
		["2026-10-02", "permitRenewal90 2026-10-02"],
		["2026-12-29", "permitRenewal90 2026-12-29"],
		["2027-01-20", "permitRenewal90 2027-01-20"],
	])("d’un permis qui expire le 31 décembre 2026, un seul rappel à la fois : le %s, %s", (today, expected) => {
		const days = { path: "imp", permitApprovedOn: "2025-01-06", arrivedOn: "2025-02-03", permitExpiresOn: "2026-12-31" };
		expect(called(days, today)).toEqual([expected]);
	});

	it("expiré depuis plus d’un mois quand on l’apprend, un permis n’appelle plus rien", () => {
		expect(called({ path: "imp", permitApprovedOn: "2024-01-08", permitExpiresOn: "2026-01-05" }, "2026-03-02")).toEqual([]);
	});

	it("ce qui est répondu est fait ; ce qui ne s’applique plus n’est que fermé", () => {
		const state = (fields: Partial<LineFollowed>, code: string) => {
			const one = asked(fields, "2026-06-15").find((each) => each.rule.code === code);
			return one?.isWanted ? "wanted" : one?.isDone ? "done" : "closed";
		};
		expect(state({ filedOn: "2026-06-01" }, "lmiaStatus")).toBe("wanted");
		expect(state({ filedOn: "2026-06-01", decidedOn: "2026-06-12" }, "lmiaStatus")).toBe("done");
		expect(state({ filedOn: "2026-06-01", decidedOn: "2026-06-12", endedOn: "2026-06-12" }, "lmiaStatus")).toBe("closed");
		expect(state({ filedOn: null }, "lmiaStatus")).toBe("closed");
		expect(state({ path: "imp", permitApprovedOn: "2026-06-01", arrivedOn: "2026-06-10" }, "arrivalPlanning")).toBe("done");
		expect(state({ path: "permanent", permitExpiresOn: "2026-12-31" }, "permitRenewal180")).toBe("closed");
	});

	it("jamais en retard le jour où c’est fait, ni un jour fermé", () => {
		for (let day = Date.parse("2026-01-01"); day < Date.parse("2027-02-01"); day += 86_400_000) {
			const today = new Date(day).toISOString().slice(0, 10);
			const all = asked(
				{ path: "imp", permitApprovedOn: "2026-01-01", arrivedOn: "2026-01-01", startedOn: "2026-01-01", permitExpiresOn: "2026-12-31" },
				today,
			);
			for (const { dueOn } of all.filter(({ isWanted }) => isWanted)) expect([dueOn >= today, isBusinessDay(dueOn)]).toEqual([true, true]);
			expect(all.filter(({ isWanted, rule: { trigger } }) => isWanted && trigger === "permitExpires")).toHaveLength(1);
		}
	});
});
