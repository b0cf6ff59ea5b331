import { describe, expect, it } from "vitest";
import { occupationHolders } from "#api/imports/take-back-occupations.ts";
import { afterPlan, exampleKey, examplesOf, type KnownOccupation, planOccupation, unitGroupOf } from "#api/rules/import-occupation.ts";
import type { ImportValues } from "#api/rules/import-values.ts";
import { openPrepared } from "../../mocks/node.ts";

const known = (fr = "Soudeurs", en = "Welders", ...examples: string[]): KnownOccupation => ({
	labels: { fr, en },
	examples: new Map(examples.map((title) => [exampleKey({ language: "fr", title }), null])),
});
const plan = (values: ImportValues, group: KnownOccupation | null = known(), isSkipped = false) => planOccupation(values, [], { known: group, isSkipped });
const welders = { occupationLevel: "5", occupationCode: "72106" };

describe("un groupe de base a cinq chiffres, dont le deuxième est la catégorie FEER", () => {
	it.each([
		[{ occupationCode: "72106" }, { code: "72106" }],
		[{ occupationCode: "10", occupationLevel: "5" }, { code: "00010" }],
		[{ occupationCode: "72106", occupationLevel: "5.0" }, { code: "72106" }],
		[{ occupationCode: "72106", occupationLevel: "Groupe de base" }, { code: "72106" }],
		[{ occupationCode: "7210", occupationLevel: "4" }, { code: null }],
		[{ occupationCode: "7" }, { code: null }],
		[{ occupationCode: "72", occupationLevel: "Grand groupe" }, { code: null }],
		[{ occupationCode: "77106" }, { error: "import-occupation-code" }],
		[{ occupationCode: "7210A" }, { error: "import-occupation-code" }],
		[{ occupationCode: "721060", occupationLevel: "5" }, { error: "import-occupation-code" }],
		[{}, { error: "import-occupation-code" }],
	])("%o → %o", (values, group) => {
		expect(unitGroupOf(values)).toEqual(group);
	});
});

describe("des éléments d’un groupe, seules les appellations servent à chercher", () => {
	it.each(["Exemple(s) illustratif(s)", "Tous les exemples", "Illustrative example(s)", "All examples"])("« %s » en est une", (occupationElement) => {
		expect(examplesOf({ ...welders, occupationElement, occupationExampleFr: "soudeur/soudeuse" })).toEqual([{ language: "fr", title: "soudeur/soudeuse" }]);
	});
	it.each(["Exclusion(s)", "Fonctions principales", "Conditions d’accès à la profession", "Main duties"])("« %s » n’en est pas une", (occupationElement) => {
		expect(examplesOf({ ...welders, occupationElement, occupationExampleFr: "souder" })).toEqual([]);
	});
});

describe("ce que fait une ligne de la CNP", () => {
	it.each([
		["un groupe de plus, dans les deux langues", { ...welders, occupationTitleFr: "A", occupationTitleEn: "B" }, null, "create", 2],
		["un groupe déjà là, intitulé autrement", { ...welders, occupationTitleFr: "Soudeurs et soudeuses" }, known(), "update", 1],
		["un groupe déjà là, tel quel", { ...welders, occupationTitleFr: "Soudeurs" }, known(), "same", 0],
		["une appellation de plus", { ...welders, occupationTitleFr: "Soudeurs", occupationExampleFr: "soudeuse MIG" }, known(), "create", 1],
		["une appellation déjà là", { ...welders, occupationExampleFr: "soudeur" }, known("S", "W", "soudeur"), "same", 0],
		["une exclusion", { ...welders, occupationElement: "Exclusion(s)", occupationExampleFr: "voir 72105" }, known(), "skip", 0],
		["un niveau au-dessus", { occupationLevel: "3", occupationCode: "721", occupationTitleFr: "Métiers" }, null, "skip", 0],
	] as const)("%s", (_, values, group, outcome, changes) => {
		const verdict = plan(values, group);
		expect([verdict.outcome, verdict.changes.length]).toEqual([outcome, changes]);
	});

	it("d’un groupe inconnu, il faut le titre ; une appellation a au plus 200 caractères ; une ligne ignorée l’est", () => {
		expect(plan({ ...welders, occupationExampleFr: "soudeur" }, null).errors).toEqual([{ field: "occupationCode", code: "import-occupation-title-missing" }]);
		expect(plan({ ...welders, occupationExampleFr: "s".repeat(201) }).errors).toEqual([
			{ field: "occupationExampleFr", code: "import-occupation-example-long" },
		]);
		expect(plan({ ...welders, occupationTitleFr: "X" }, known(), true).outcome).toBe("skip");
	});

	it("venu en français d’abord, un groupe porte ce titre dans les deux langues ; le fichier anglais lui donne le sien, et ce qu’il était se garde", () => {
		const first = plan({ ...welders, occupationTitleFr: "Soudeurs" }, null).plan;
		if (!first) throw new Error("nothing planned");
		const group = afterPlan(null, first, 2);
		expect(group.labels).toEqual({ fr: "Soudeurs", en: "Soudeurs" });
		const second = plan({ ...welders, occupationTitleEn: "Welders" }, group);
		expect(second).toMatchObject({ outcome: "update", plan: { isNew: false, labels: { en: "Welders" }, before: { en: "Soudeurs" } } });
	});

	it("une appellation dite deux fois dans le fichier n’est ajoutée qu’une fois, et la seconde nomme la première", () => {
		const row = { ...welders, occupationExampleFr: "soudeuse sous-marine" };
		const first = plan(row).plan;
		if (!first) throw new Error("nothing planned");
		expect(plan(row, afterPlan(known(), first, 12))).toMatchObject({ outcome: "same", sameAsRow: 12, plan: null });
	});
});

it("ce qui nomme une profession est connu de ce qui la retire", async () => {
	const database = await openPrepared();
	const { rows } = await database.query<{ name: string }>(
		"select conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'occupation'::regclass order by 1",
	);
	await database.close();
	expect(rows.map(({ name }) => name)).toEqual([...occupationHolders].sort());
}, 60_000);
