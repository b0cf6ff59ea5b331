import { describe, expect, it } from "vitest";
import type { MissionResults } from "#contract/mission-results.ts";
import { cellsOf, faultsOfAnswer, noteShown, shownAfter, withoutSent } from "#features/missions/results-form.ts";

const results = (applications: number | null): MissionResults => ({
	asOf: "2026-11-27",
	items: [
		{
			registrationId: "r1",
			employerId: "e1",
			employerName: "Atelier",
			state: "tookPart",
			posts: 3,
			values: applications === null ? [] : [{ measure: "applications", value: applications, knownOn: "2026-11-20" }],
			flags: [],
			can: { update: true },
		},
	],
});
const place = { row: "r1", column: "applications" };
const say = (fault: string) => fault;
const cell = (value: number | null, before: number | null) => ({ registrationId: "r1", measure: "applications" as const, value, before });

describe("la grille des résultats", () => {
	it("dit ce que la case montrait quand on a commencé à y taper, même si une autre personne l’a changée depuis", () => {
		const shown = noteShown({}, results(4), [place]);
		expect(cellsOf(results(6), { r1: { applications: "5" } }, shown, say).cells).toEqual([cell(5, 4)]);
		// Typed back to what it showed: the colleague's figure is not what was meant, and the answer says so.
		expect(cellsOf(results(6), { r1: { applications: "4" } }, shown, say).cells).toEqual([cell(4, 4)]);
		expect(cellsOf(results(6), { r1: { applications: "6" } }, shown, say).cells).toEqual([]);
	});

	it("dont une case a été refusée parce qu’elle avait changé se retape en sachant ce qui y est", () => {
		const shown = noteShown({}, results(4), [place]);
		const { changed, faults } = faultsOfAnswer([cell(5, 4)], [{ path: "cells.0.value", message: "Changée", code: "cell-changed" }]);
		expect([changed, faults]).toEqual([[place], { r1: { applications: "Changée" } }]);
		expect(cellsOf(results(6), { r1: { applications: "5" } }, noteShown(shown, results(6), changed), say).cells).toEqual([cell(5, 6)]);
	});

	it("enregistrée, ne perd pas ce qu’on a tapé pendant l’envoi", () => {
		const typed = { r1: { applications: "12", hires: "3" } };
		const sent = [cell(1, null)];
		expect(withoutSent(typed, sent)).toEqual(typed);
		expect(withoutSent({ r1: { applications: "1", hires: "3" } }, sent)).toEqual({ r1: { hires: "3" } });
		expect(cellsOf(results(1), typed, shownAfter({}, sent), say).cells).toContainEqual(cell(12, 1));
	});
});
