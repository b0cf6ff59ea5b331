import { describe, expect, it } from "vitest";
import { faultOfDeclining, faultOfOffer, faultsOfSending, type SignalSent } from "#api/rules/newcomer-signals.ts";

const today = "2026-11-27";
const line = { label: "Soudeur 2 – Tunisie", arrivedOn: "2026-11-02", startedOn: "2026-11-09", endedOn: null };
const alone: SignalSent = {
	...{ toServicePointId: "p", volets: ["settlement"], persons: 1, countsOnly: false, note: null },
	...{ consentFrom: "person", consentOn: today, consentMethod: "spoken", immigrationLineId: "l" },
};
const counted: SignalSent = {
	...{ toServicePointId: "p", volets: ["settlement"], persons: 4, countsOnly: true, note: null },
	...{ consentFrom: null, consentOn: null, consentMethod: null, countedLineIds: ["l"] },
};
const codes = (sent: SignalSent, lines = [line]) => faultsOfSending(sent, lines, today).map(({ path, code }) => `${path} ${code}`);

describe("un signalement à Accompagnement Québec", () => {
	it("part avec le consentement de la personne, ou comme un nombre", () => {
		expect(codes(alone)).toEqual([]);
		expect(codes(counted)).toEqual([]);
	});

	it.each([
		["2026-11-01", ["consentOn consent-before-arrival"]],
		["2026-11-02", []],
		["2026-11-27", []],
		["2026-11-28", ["consentOn date-in-future"]],
	])("consenti le %s par une personne arrivée le 2 novembre : %j", (consentOn, expected) => {
		expect(codes({ ...alone, consentOn })).toEqual(expected);
	});

	it.each([
		["Famille de trois, français débutant", []],
		["IUC 1234 5678", ["note identifier-in-note"]],
		["passeport AB123456", ["note identifier-in-note"]],
		["Le SOUDEUR 2 - Tunisie est là", ["note label-in-note"]],
		["Logement au 1234, rue des Érables, appartement 5", []],
	])("avec « %s » : %j", (note, expected) => {
		expect(codes({ ...alone, note })).toEqual(expected);
		expect(codes({ ...counted, note })).toEqual(expected);
	});

	it("dit tout ce qui manque à la fois", () => {
		const bare: SignalSent = { ...alone, volets: [], persons: null, consentFrom: null, consentOn: null, consentMethod: null };
		expect(codes(bare)).toEqual(["volets required", "persons required", "consentFrom required", "consentOn required", "consentMethod required"]);
	});

	it("compte au moins les dossiers choisis, et aucun d’une personne qui n’est pas arrivée", () => {
		expect(codes({ ...counted, persons: 1, countedLineIds: ["l", "m"] }, [line, line])).toEqual(["persons fewer-than-lines"]);
		expect(codes(counted, [{ ...line, arrivedOn: null as never, startedOn: null as never }])).toEqual(["countedLineIds not-arrived"]);
	});
});

it("ne s’offre que de l’arrivée à la fin", () => {
	expect(faultOfOffer({ arrivedOn: null, startedOn: null, endedOn: null })).toBe("not-arrived");
	expect(faultOfOffer({ arrivedOn: null, startedOn: "2026-11-09", endedOn: null })).toBeNull();
	expect(faultOfOffer({ ...line, endedOn: "2026-11-20" })).toBe("line-over");
});

it.each([
	["2026-11-01", "before-arrival"],
	["2026-11-02", undefined],
	["2026-11-28", "date-in-future"],
])("refusée le %s : %s", (day, code) => {
	expect(faultOfDeclining(line, day, today)?.code).toBe(code);
});
