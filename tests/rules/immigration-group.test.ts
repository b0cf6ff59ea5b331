import { describe, expect, it } from "vitest";
import { cellFaults, columnsOf, type GroupValues, groupBody, readDay } from "#features/immigration-lines/group-form.ts";

const words = { badDay: "pas un jour", required: "à remplir" };
const values: GroupValues = {
	...{ employerId: "e", path: "tfwp", stream: "regular", country: "TN", occupationCode: "", labourNeedId: "", missionId: "" },
	...{ people: 2, hiredOn: "2026-01-05", prefix: "Soudeur" },
};
const rows = [1, 2].map((rank) => ({ id: `p${rank}`, label: `${rank}`, values: { label: `Soudeur ${rank} – Tunisie`, hiredOn: "2026-01-05" } }));

describe("la grille d’une embauche de groupe", () => {
	it.each([
		["2026-11-27", "2026-11-27"],
		[" 2026/1/5 ", "2026-01-05"],
		["", null],
		["2026-02-30", undefined],
		["27/11/2026", undefined],
		["demain", undefined],
	])("« %s » se lit %s", (typed, day) => {
		expect(readDay(typed)).toBe(day);
	});

	it("montre les étapes du parcours, et l’expiration du permis quand il y en a un", () => {
		expect(columnsOf("openPermit")).toEqual(["label", "hiredOn", "startedOn", "permitExpiresOn"]);
		expect(columnsOf("permanent").at(-1)).toBe("startedOn");
	});

	it("envoie ce qui est commun une fois, et pour chaque personne ce qui est tapé, ou ce qui est proposé", () => {
		const { body, faults } = groupBody(values, rows, { p2: { label: "Soudeuse 2", filedOn: "2026/02/01" } }, words);
		expect(faults).toEqual({});
		expect(body).toMatchObject({ employerId: "e", path: "tfwp", stream: "regular", country: "TN", occupationCode: null, labourNeedId: null });
		expect(body.lines.map(({ id, label, hiredOn, filedOn }) => [id, label, hiredOn, filedOn])).toEqual([
			["p1", "Soudeur 1 – Tunisie", "2026-01-05", null],
			["p2", "Soudeuse 2", "2026-01-05", "2026-02-01"],
		]);
	});

	it("un parcours qui n’a pas une étape n’en envoie pas le jour, même tapé avant", () => {
		const { body } = groupBody({ ...values, path: "openPermit" }, rows, { p1: { filedOn: "2026-02-01" } }, words);
		expect([body.stream, body.lines[0]?.filedOn]).toEqual([null, null]);
	});

	it("une date illisible et une case vide qui ne peut l’être se disent dans leur case", () => {
		const { faults } = groupBody(values, rows, { p1: { filedOn: "février", label: " " }, p2: { hiredOn: "" } }, words);
		expect(faults).toEqual({ p1: { label: "à remplir", filedOn: "pas un jour" }, p2: { hiredOn: "à remplir" } });
	});

	it("ce que l’API refuse va dans sa case, le reste à côté de son champ", () => {
		const { faults, others } = cellFaults(
			[
				{ path: "lines.1.filedOn", message: "avant l’embauche" },
				{ path: "employerId", message: "à remplir" },
				{ path: "lines.9.filedOn", message: "ailleurs" },
			],
			rows,
		);
		expect(faults).toEqual({ p2: { filedOn: "avant l’embauche" } });
		expect(others.map(({ path }) => path)).toEqual(["employerId", "lines.9.filedOn"]);
	});
});
