import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missionFollowUpDue } from "#api/rules/mission-follow-ups.ts";
import { beyondHires, faultOfResult, rowsFrom } from "#api/rules/mission-results.ts";
import { faultsOfMissionDays, faultsOfRegistration } from "#api/rules/missions.ts";
import { ratiosOf } from "#contract/mission-ratios.ts";

describe("les jours d’une mission", () => {
	const days = { startsOn: "2026-11-30", endsOn: "2026-12-05", registrationDeadlineOn: "2026-10-16", applicationDeadlineOn: "2026-11-22" };
	it.each([
		["tiennent quand ils se suivent", {}, []],
		["tiennent en une seule journée", { endsOn: "2026-11-30" }, []],
		["refusent une fin avant le début", { endsOn: "2026-11-29", registrationDeadlineOn: null, applicationDeadlineOn: null }, ["endsOn end-before-start"]],
		["refusent une date limite d’inscription après la fin", { registrationDeadlineOn: "2026-12-06" }, ["registrationDeadlineOn deadline-after-end"]],
		["refusent une date limite de candidature après la fin", { applicationDeadlineOn: "2027-01-01" }, ["applicationDeadlineOn deadline-after-end"]],
	])("%s", (_words, change, faults) => {
		expect(faultsOfMissionDays({ ...days, ...change }).map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
	});
});

describe("les étapes d’une inscription", () => {
	const steps = { interestedOn: "2026-09-01", registeredOn: null, confirmedOn: null, tookPartOn: null, withdrawnOn: null, withdrawReason: null };
	const faults = (change: Partial<Record<keyof typeof steps, string | null>>) =>
		faultsOfRegistration({ ...steps, ...change } as Parameters<typeof faultsOfRegistration>[0], { startsOn: "2026-11-16" }, "2026-11-24").map(
			({ path, code }) => `${path} ${code}`,
		);
	it.each([
		["intéressé, puis inscrit le même jour", { registeredOn: "2026-09-01" }, []],
		["jusqu’à la participation", { registeredOn: "2026-09-10", confirmedOn: "2026-10-01", tookPartOn: "2026-11-16" }, []],
		["on ne s’inscrit pas avant d’être intéressé", { registeredOn: "2026-08-31" }, ["registeredOn step-before-last"]],
		["on ne confirme pas sans être inscrit", { confirmedOn: "2026-10-01" }, ["registeredOn required"]],
		["on ne participe pas avant le début", { registeredOn: "2026-09-10", tookPartOn: "2026-11-15" }, ["tookPartOn before-mission"]],
		["on ne participe pas demain", { registeredOn: "2026-09-10", tookPartOn: "2026-11-25" }, ["tookPartOn date-in-future"]],
		["on ne se désiste pas sans raison", { withdrawnOn: "2026-10-02" }, ["withdrawReason required"]],
		[
			"on ne se désiste pas après avoir participé",
			{ registeredOn: "2026-09-10", tookPartOn: "2026-11-16", withdrawnOn: "2026-11-20", withdrawReason: "cost" },
			["withdrawnOn took-part"],
		],
	])("%s", (_words, change, expected) => {
		expect(faults(change)).toEqual(expected);
	});
});

describe("les suivis d’une mission", () => {
	const mission = { state: "confirmed", endsOn: "2026-11-13", registrationDeadlineOn: "2026-10-16", isCancelled: false } as const;
	const ending = (dueCount: number) => ({ trigger: "missionEnded", dueCount, dueUnit: "day" }) as const;
	const confirm = { trigger: "needForMission", dueCount: -10, dueUnit: "businessDay" } as const;
	it("se prévoient dix, trente et quatre-vingt-dix jours après la fin, un jour ouvrable", () => {
		expect([10, 30, 90].map((count) => missionFollowUpDue(ending(count), mission, "2026-11-16"))).toEqual(["2026-11-23", "2026-12-14", "2027-02-11"]);
	});
	it("attendent la fin de la mission, et ne viennent ni d’une mission annulée ni d’un désistement", () => {
		expect(missionFollowUpDue(ending(10), mission, "2026-11-13")).toBeNull();
		expect(missionFollowUpDue(ending(10), { ...mission, isCancelled: true }, "2026-11-16")).toBeNull();
		expect(missionFollowUpDue(ending(10), { ...mission, state: "withdrawn" }, "2026-11-16")).toBeNull();
		expect(missionFollowUpDue(ending(10), mission, "2027-03-01")).toBeNull();
	});
	it("confirment l’inscription dix jours ouvrables avant la date limite, l’Action de grâce n’en étant pas un", () => {
		expect(missionFollowUpDue(confirm, { ...mission, state: "interested" }, "2026-09-01")).toBe("2026-10-01");
		expect(missionFollowUpDue(confirm, { ...mission, state: "registered" }, "2026-09-01")).toBeNull();
		expect(missionFollowUpDue(confirm, { ...mission, state: "interested", registrationDeadlineOn: null }, "2026-09-01")).toBeNull();
	});
	it("ne sont jamais en retard le jour où ils naissent", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 120 }), fc.constantFrom(10, 30, 90), (age, count) => {
				const today = new Date(Date.UTC(2026, 10, 13 + age)).toISOString().slice(0, 10);
				const due = missionFollowUpDue(ending(count), mission, today);
				return due === null || due >= today;
			}),
		);
	});
});

describe("une case de résultats", () => {
	const facts = { registeredOn: "2026-09-10", missionStartsOn: "2026-11-16", knownOn: "2026-11-20" };
	it.each([
		["une candidature avant la mission passe", "applications", { knownOn: "2026-11-01" }, null],
		["une entrevue sans inscription est refusée", "interviews", { registeredOn: null }, "not-registered"],
		["une embauche avant la mission est refusée", "hires", { knownOn: "2026-11-15" }, "before-mission"],
		["une embauche le premier jour passe", "hires", { knownOn: "2026-11-16" }, null],
	] as const)("%s", (_words, measure, change, code) => {
		expect(faultOfResult(measure, { ...facts, ...change })?.code ?? null).toBe(code);
	});

	it.each([
		["plus d’arrivées que d’embauches est refusé", { hires: 2, arrivals: 3 }, ["arrivals"]],
		["une arrivée sans embauche est refusée", { arrivals: 1 }, ["arrivals"]],
		["autant d’arrivées que d’embauches passe", { hires: 3, arrivals: 3 }, []],
		["plus de personnes en emploi que d’embauches est refusé", { hires: 2, employed6: 2, employed12: 3 }, ["employed12"]],
		["des embauches seules passent", { hires: 2 }, []],
	])("%s", (_words, values, measures) => {
		expect(beyondHires(values).map(({ measure }) => measure)).toEqual(measures);
	});

	it("est jugée le jour où elle est connue et chaque jour d’après", () => {
		const said = (measure: "hires" | "arrivals", knownOn: string, value: number) => ({ measure, knownOn, value });
		const results = [said("arrivals", "2026-12-10", 3), said("hires", "2026-11-20", 2), said("hires", "2026-12-20", 4), said("hires", "2026-11-17", 1)];
		expect(rowsFrom(results, "2026-11-20")).toEqual([{ hires: 2 }, { hires: 2, arrivals: 3 }, { hires: 4, arrivals: 3 }]);
		expect(rowsFrom([], "2026-11-20")).toEqual([{}]);
	});
});

it("les ratios des missions publiées se vérifient à la main", () => {
	const none = { posts: null, candidates: null, retained: null, interviews: null, hires: null };
	const paris = ratiosOf({ ...none, posts: 2200, candidates: 13_320, retained: 3516 });
	expect(Math.round((paris.retainedOfCandidates ?? 0) * 100)).toBe(26);
	const quebec = ratiosOf({ ...none, posts: 1629, candidates: 945_061, interviews: 6294, hires: 688 });
	expect(Math.round((quebec.hiresOfPosts ?? 0) * 100)).toBe(42);
	expect(quebec.interviewsPerHire?.toFixed(1)).toBe("9.1");
	expect(ratiosOf({ ...none, posts: 0, hires: 0 }).hiresOfPosts).toBeNull();
});
