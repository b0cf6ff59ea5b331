import { describe, expect, it } from "vitest";
import { faultsOfLine } from "#api/rules/immigration-lines.ts";
import { immigrationPaths, immigrationSteps, stepNeeded, stepsOfPath } from "#contract/immigration-steps.ts";

type Line = Parameters<typeof faultsOfLine>[0];
const none = Object.fromEntries(immigrationSteps.map((step) => [step, null])) as Record<(typeof immigrationSteps)[number], null>;
const line = (more: Partial<Line>): Line => ({
	...none,
	...{ path: "tfwp", stream: null, permitExpiresOn: null, endedOn: null, endReason: null, hiredOn: "2026-01-05" },
	...more,
});
const faults = (more: Partial<Line>, missionStartsOn: string | null = null) =>
	faultsOfLine(line(more), { today: "2026-11-27", missionStartsOn }).map(({ path, code }) => [path, code]);
const approved = { filedOn: "2026-02-01", decidedOn: "2026-05-01", caqOn: "2026-05-10", permitFiledOn: "2026-05-20", permitApprovedOn: "2026-08-01" };

describe("les étapes d’un dossier sont celles de son parcours, dans leur ordre", () => {
	it.each([
		["un parcours entier", { ...approved, permitExpiresOn: "2029-08-01", arrivedOn: "2026-09-01", startedOn: "2026-09-05" }, []],
		["deux étapes le même jour", { filedOn: "2026-01-05", decidedOn: "2026-01-05" }, []],
		["une arrivée avant le permis", { ...approved, arrivedOn: "2026-07-01" }, [["arrivedOn", "step-before-last"]]],
		["une arrivée sans permis", { arrivedOn: "2026-07-01" }, [["permitApprovedOn", "step-needed"]]],
		["une décision sans dépôt", { decidedOn: "2026-07-01" }, [["filedOn", "step-needed"]]],
		["un dépôt avant l’embauche", { filedOn: "2026-01-04" }, [["filedOn", "step-before-last"]]],
		["une étape de demain", { filedOn: "2026-11-28" }, [["filedOn", "date-in-future"]]],
		["un CSQ dans un parcours temporaire", { csqOn: "2026-06-01" }, [["csqOn", "step-not-of-path"]]],
		["une évaluation du marché dans la mobilité", { path: "imp", filedOn: "2026-06-01" }, [["filedOn", "step-not-of-path"]]],
		["un permis ouvert saute à l’entrée en poste", { path: "openPermit", startedOn: "2026-01-12" }, []],
		["une résidence sans sélection", { path: "permanent", residenceOn: "2026-10-01" }, [["csqOn", "step-needed"]]],
		["un volet hors du parcours temporaire", { path: "imp", stream: "regular" }, [["stream", "stream-not-of-path"]]],
		["un permis qui expire avant d’être accordé", { ...approved, permitExpiresOn: "2026-08-01" }, [["permitExpiresOn", "end-before-start"]]],
		["une expiration sans permis", { permitExpiresOn: "2029-08-01" }, [["permitApprovedOn", "step-needed"]]],
		["un permis qui expire dans trois ans", { ...approved, permitExpiresOn: "2029-08-01" }, []],
		["une fin sans raison", { endedOn: "2026-06-01" }, [["endReason", "required"]]],
		["une raison sans fin", { endReason: "left" }, [["endedOn", "required"]]],
		["une fin avant la dernière étape", { ...approved, endedOn: "2026-03-01", endReason: "left" }, [["endedOn", "step-before-last"]]],
		["une fin de demain", { endedOn: "2026-11-28", endReason: "left" }, [["endedOn", "date-in-future"]]],
	] as const)("%s", (_, more, expected) => {
		expect(faults(more)).toEqual(expected);
	});

	it("une embauche à une mission ne précède pas la mission", () => {
		expect(faults({}, "2026-01-06")).toEqual([["hiredOn", "before-mission"]]);
		expect(faults({}, "2026-01-05")).toEqual([]);
	});

	it("ce qu’une étape demande est du même parcours et vient avant elle", () => {
		for (const path of immigrationPaths)
			for (const [step, needed] of Object.entries(stepNeeded[path] ?? {})) {
				const own: readonly string[] = stepsOfPath[path];
				expect([path, step, own.indexOf(needed) >= 0 && own.indexOf(needed) < own.indexOf(step)]).toEqual([path, step, true]);
			}
	});
});
