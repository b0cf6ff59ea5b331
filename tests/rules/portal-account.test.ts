import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOfFact, type PortalFact, standingOf } from "../../src/api/rules/portal-account.ts";

const fact = (event: string, occurredOn: string): PortalFact => ({ event, occurredOn });
const stateOf = (asOf: string, ...facts: PortalFact[]) => standingOf(facts, asOf, 180)?.state ?? null;

const life = [
	fact("toOpen", "2026-01-05"),
	fact("opened", "2026-01-12"),
	fact("account", "2026-01-20"),
	fact("search", "2026-02-10"),
	fact("dormant", "2026-06-01"),
	fact("account", "2026-09-01"),
];

describe("l’état d’un compte du Portail, à une date", () => {
	it.each([
		["2026-01-04", null],
		["2026-01-05", "toOpen"],
		["2026-01-12", "opened"],
		["2026-01-20", "active"],
		["2026-05-31", "active"],
		["2026-06-01", "dormant"],
		["2026-08-31", "dormant"],
		["2026-09-01", "active"],
	])("au %s : %s", (asOf, state) => {
		expect(stateOf(asOf, ...life)).toBe(state);
	});

	it("s’endort de lui-même après le délai sans usage, et un usage le réveille", () => {
		const account = fact("account", "2026-01-01");
		expect(stateOf("2026-06-30", account)).toBe("active");
		expect(standingOf([account], "2026-07-01", 180)).toMatchObject({ state: "dormant", sinceOn: "2026-07-01" });
		expect(stateOf("2026-07-01", account, fact("profileView", "2026-06-15"))).toBe("active");
	});

	it("est actif dès qu’il a servi, même si personne n’a dit qu’il était ouvert", () => {
		expect(standingOf([fact("contact", "2026-03-01")], "2026-03-02", 180)).toMatchObject({ state: "active", activeOn: "2026-03-01" });
	});

	const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, "0")}`);
	const facts = fc.array(fc.record({ event: fc.constantFrom("toOpen", "opened", "account", "dormant", "search", "contact", "tookPart"), occurredOn: days }), {
		maxLength: 8,
	});
	it("ne dépend ni de l’ordre de saisie ni de ce qui est daté plus tard", () => {
		fc.assert(
			fc.property(facts, days, fc.integer({ min: 1, max: 20 }), (known, asOf, delay) => {
				const standing = standingOf(known, asOf, delay);
				expect(standingOf([...known].reverse(), asOf, delay)).toEqual(standing);
				expect(standingOf([...known, fact("account", "2026-04-01")], asOf, delay)).toEqual(standing);
				if (standing) expect(standing.sinceOn <= asOf).toBe(true);
			}),
		);
	});
});

describe("ce qui ne peut pas être", () => {
	it.each([
		["actif avant d’être ouvert", [fact("opened", "2026-03-10")], fact("account", "2026-03-09"), "portal-active-before-opened", "occurredOn"],
		["ouvert après avoir été actif", [fact("account", "2026-03-10")], fact("opened", "2026-03-11"), "portal-opened-after-active", "occurredOn"],
		["à ouvrir quand il est ouvert", [fact("opened", "2026-03-10")], fact("toOpen", "2026-03-10"), "portal-already-open", "event"],
		["ouvert deux fois", [fact("opened", "2026-03-10")], fact("opened", "2026-03-10"), "portal-step-known", "event"],
		["actif deux fois", [fact("account", "2026-03-10")], fact("account", "2026-03-20"), "portal-step-known", "event"],
		["actif après avoir servi", [fact("search", "2026-03-10")], fact("account", "2026-03-11"), "portal-active-after-use", "occurredOn"],
		["dormant sans avoir été actif", [fact("opened", "2026-03-10")], fact("dormant", "2026-03-11"), "portal-dormant-without-account", "occurredOn"],
		["dormant deux fois", [fact("account", "2026-03-01"), fact("dormant", "2026-03-10")], fact("dormant", "2026-03-11"), "portal-step-known", "event"],
		["utilisé avant d’être actif", [fact("account", "2026-03-10")], fact("search", "2026-03-09"), "portal-use-before-active", "occurredOn"],
	])("%s", (_name, others, added, code, path) => {
		expect(faultOfFact(others, added)).toMatchObject({ code, path });
	});

	it("un compte dormant redevient actif, et se rendort", () => {
		const others = [fact("account", "2026-03-01"), fact("dormant", "2026-03-10")];
		expect(faultOfFact(others, fact("account", "2026-03-12"))).toBeNull();
		expect(faultOfFact([...others, fact("account", "2026-03-12")], fact("dormant", "2026-03-20"))).toBeNull();
	});

	it("chaque étape se juge par ses voisines : celle d’un compte réveillé se corrige, dans son temps à elle", () => {
		const woken = [fact("dormant", "2026-03-10"), fact("account", "2026-03-20"), fact("search", "2026-03-05")];
		expect(faultOfFact(woken, fact("account", "2026-03-01"))).toBeNull();
		expect(faultOfFact(woken, fact("account", "2026-03-06"))).toMatchObject({ code: "portal-active-after-use" });
		expect(faultOfFact(woken, fact("account", "2026-03-15"))).toMatchObject({ code: "portal-step-known", parameters: { on: "2026-03-20" } });
		expect(faultOfFact(life.slice(0, 4).concat(fact("account", "2026-09-01")), fact("dormant", "2026-06-01"))).toBeNull();
		expect(faultOfFact(life, fact("dormant", "2026-05-20"))).toMatchObject({ code: "portal-step-known", parameters: { on: "2026-06-01" } });
	});

	it("chaque étape dans son ordre est reçue", () => {
		const known: PortalFact[] = [];
		for (const one of life) {
			expect(faultOfFact(known, one)).toBeNull();
			known.push(one);
		}
	});
});
