import { describe, expect, it } from "vitest";
import { type AtWork, answeredMonths, type Check, faultOfCheck, faultsOfWork, retentionState } from "#api/rules/retention.ts";
import { type RetentionMonths, type RetentionState, retentionMonths } from "#contract/retention.ts";

const today = "2026-11-24";
const check = (months: RetentionMonths, stillEmployed: boolean, knownOn = today): Check => ({ months, knownOn, stillEmployed });
const statesOf = (work: AtWork & { startedOn: string }, checks: Check[]) => retentionMonths.map((months) => retentionState(work, checks, months, today));

describe("ce qui est su du maintien en emploi", () => {
	it.each<[string, AtWork & { startedOn: string }, Check[], RetentionState[]]>([
		["rien : inconnu, sauf ce qui est à venir", { startedOn: "2026-05-04", endedOn: null }, [], ["unknown", "unknown", "unknown", "toCome"]],
		["su à six mois : su aussi avant", { startedOn: "2025-11-03", endedOn: null }, [check(6, true)], ["employed", "employed", "employed", "unknown"]],
		[
			"un départ le jour même de l’échéance compte comme un départ",
			{ startedOn: "2026-01-05", endedOn: "2026-04-05" },
			[],
			["employed", "left", "left", "left"],
		],
		["le lendemain, la personne y était encore", { startedOn: "2026-01-05", endedOn: "2026-04-06" }, [], ["employed", "employed", "left", "left"]],
		[
			"un départ dont on ignore le jour vaut pour la suite",
			{ startedOn: "2025-11-03", endedOn: null },
			[check(6, false)],
			["unknown", "unknown", "left", "left"],
		],
		["le dernier jour d’un mois court", { startedOn: "2026-08-31", endedOn: null }, [], ["unknown", "toCome", "toCome", "toCome"]],
	])("%s", (_, work, checks, expected) => {
		expect(statesOf(work, checks)).toEqual(expected);
	});

	it.each<[string, Check, AtWork, Check[], string | undefined]>([
		["avant l’entrée en poste", check(1, true), { startedOn: null, endedOn: null }, [], "months work-not-started"],
		["avant l’échéance", check(3, true), { startedOn: "2026-09-07", endedOn: null }, [], "knownOn before-retention-day"],
		["su avant l’échéance", check(1, true, "2026-10-06"), { startedOn: "2026-09-07", endedOn: null }, [], "knownOn before-retention-day"],
		["le jour de l’échéance", check(1, true, "2026-10-07"), { startedOn: "2026-09-07", endedOn: null }, [], undefined],
		["demain", check(1, true, "2026-11-25"), { startedOn: "2026-09-07", endedOn: null }, [], "knownOn date-in-future"],
		["en emploi après son départ", check(3, true), { startedOn: "2026-01-05", endedOn: "2026-03-02" }, [], "stillEmployed against-departure"],
		["parti avant son départ", check(1, false), { startedOn: "2026-01-05", endedOn: "2026-03-02" }, [], "stillEmployed against-departure"],
		[
			"en emploi, quand on l’a dit parti plus tôt",
			check(6, true),
			{ startedOn: "2026-01-05", endedOn: null },
			[check(3, false)],
			"stillEmployed against-retention",
		],
		[
			"parti, quand on l’a dit en emploi plus tard",
			check(1, false),
			{ startedOn: "2026-01-05", endedOn: null },
			[check(3, true)],
			"stillEmployed against-retention",
		],
		["parti, quand on l’a dit en emploi plus tôt", check(6, false), { startedOn: "2026-01-05", endedOn: null }, [check(3, true)], undefined],
	])("%s", (_, one, work, others, expected) => {
		const fault = faultOfCheck(one, work, others, today);
		expect(fault ? `${fault.path} ${fault.code}` : undefined).toBe(expected);
	});

	it("le dossier ne peut pas contredire ce qui est su : ni son début, ni sa fin", () => {
		const known = [check(3, true, "2026-04-07")];
		const faults = (work: AtWork) => faultsOfWork(work, known, today).map(({ path, code }) => `${path} ${code}`);
		expect(faults({ startedOn: "2026-01-05", endedOn: null })).toEqual([]);
		expect(faults({ startedOn: "2026-01-05", endedOn: "2026-06-01" })).toEqual([]);
		expect(faults({ startedOn: "2026-01-05", endedOn: "2026-03-02" })).toEqual(["endedOn against-retention"]);
		expect(faults({ startedOn: "2026-02-02", endedOn: null })).toEqual(["startedOn against-retention"]);
		expect(faults({ startedOn: null, endedOn: null })).toEqual(["startedOn against-retention"]);
	});

	it("ce qui est su d’un mois répond aussi de ceux d’avant ; un départ, de tous", () => {
		expect([answeredMonths([]), answeredMonths([check(3, true)]), answeredMonths([check(1, true), check(3, false)])]).toEqual([[], [1, 3], [1, 3, 6, 12]]);
	});
});
