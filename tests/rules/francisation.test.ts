import { describe, expect, it } from "vitest";
import { faultOfFrancisation } from "#api/rules/francisation.ts";
import { toolEvents, tools } from "#contract/tool-uses.ts";
import { toolOfEvent } from "#lib/tool-words.ts";

const step = (event: string, occurredOn: string) => ({ event, occurredOn });
const registered = step("oqlfRegistered", "2025-09-10");
const attested = step("oqlfAttestation", "2026-02-01");

describe("l’ordre des étapes de la francisation", () => {
	it.each([
		["l’attestation avant l’inscription", [registered], step("oqlfAttestation", "2025-09-09"), "attestation-before-registration 2025-09-10"],
		["l’attestation le jour de l’inscription", [registered], step("oqlfAttestation", "2025-09-10"), null],
		["l’attestation connue seule", [], attested, null],
		["l’inscription après l’attestation", [attested], step("oqlfRegistered", "2026-02-02"), "registration-after-attestation 2026-02-01"],
		["l’inscription dite après coup", [attested], registered, null],
		["une deuxième inscription à l’OQLF", [registered], step("oqlfRegistered", "2026-01-01"), "francisation-known 2025-09-10"],
		["une deuxième attestation", [attested], step("oqlfAttestation", "2026-03-01"), "francisation-known 2026-02-01"],
		["un cours avant l’inscription à Francisation Québec", [step("francisationRegistered", "2024-01-10")], step("courseStarted", "2022-09-01"), null],
		["un deuxième cours", [step("courseStarted", "2025-01-10")], step("courseStarted", "2025-09-10"), null],
		["un employeur informé de nouveau", [step("francisationInformed", "2025-01-10")], step("francisationInformed", "2025-01-10"), null],
	])("%s", (_, others, added, expected) => {
		const fault = faultOfFrancisation(others, added);
		expect(fault && `${fault.code} ${fault.parameters.on}`).toBe(expected);
	});
});

describe("le nom d’un geste", () => {
	it("dit de quel outil il est : aucun code n’est de deux outils, et les pages qui le nomment disent comme le contrat", () => {
		const said = tools.flatMap((tool) => toolEvents[tool].map((event) => [event, tool]));
		expect(new Set(said.map(([event]) => event)).size).toBe(said.length);
		expect(said.map(([event]) => [event, toolOfEvent(event ?? "")])).toEqual(said);
	});
});
