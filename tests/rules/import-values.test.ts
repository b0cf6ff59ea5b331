import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldOfHeading, guessFields, headingsOf, missingOf } from "#api/rules/import-headings.ts";
import { type ImportReference, readValues } from "#api/rules/import-values.ts";
import { fold } from "#contract/fold.ts";
import { type ImportFieldName, importFieldNames, importTargetRules, importTargets } from "#contract/import-fields.ts";

const reference: ImportReference = {
	today: "2026-11-26",
	sectors: new Map([
		["31 33", "31-33"],
		[fold("Fabrication"), "31-33"],
		["23", "23"],
	]),
	mrcs: new Map([
		[fold("Les Maskoutains"), "54"],
		[fold("Rouville"), "55"],
	]),
	municipalities: new Map([
		[fold("Saint-Hyacinthe"), [{ code: "54048", mrcCode: "54", isOurs: true }]],
		[fold("Québec"), [{ code: "23027", mrcCode: "23", isOurs: false }]],
		[
			fold("Sainte-Marie"),
			[
				{ code: "1", mrcCode: "54", isOurs: true },
				{ code: "2", mrcCode: "55", isOurs: true },
			],
		],
	]),
	missions: new Map([[fold("Journées Québec Paris 2019"), "m1"]]),
	people: new Map([
		[fold("Marie-Ève Lavoie"), [{ id: "p1", isAtWork: true }]],
		[fold("Partie Depuis"), [{ id: "p2", isAtWork: false }]],
		[
			fold("Jean Roy"),
			[
				{ id: "p3", isAtWork: true },
				{ id: "p4", isAtWork: true },
			],
		],
	]),
};
const read = (cells: Partial<Record<ImportFieldName, string>>) => {
	const { values, errors } = readValues((field) => cells[field] ?? null, reference);
	return { values, errors: errors.map(({ field, code }) => [field, code]) };
};

describe("une cellule se lit comme on l’écrit", () => {
	it.each<[ImportFieldName, string, string | number]>([
		["neq", "1146 218 341", "1146218341"],
		["neq", "1146-218-341", "1146218341"],
		["employeeCount", "1 234", 1234],
		["employeeCount", "1\u202F234", 1234],
		["employeeCount", "1,234", 1234],
		["employeeCount", "1 234,00", 1234],
		["employeeCount", "env. 50 employés", 50],
		["phone", "450 555-0123", "+14505550123"],
		["phone", "1 (450) 555-0123", "+14505550123"],
		["phone", "+1 450.555.0123", "+14505550123"],
		["contactPhone", "450 555-0123 poste 12", "+14505550123"],
		["contactPhone", "450-555-0123, ext. 4", "+14505550123"],
		["contactPhone", "4505550123 #7", "+14505550123"],
		["sector", "31-33", "31-33"],
		["sector", "FABRICATION", "31-33"],
		["sector", "31-33 – Fabrication", "31-33"],
		["sector", "23", "23"],
		["municipality", "st-hyacinthe", "54048"],
		["municipality", "Saint-Hyacinthe (QC)", "54048"],
		["mrc", "MRC Les Maskoutains", "54"],
		["postalCode", "j2s3g9", "J2S 3G9"],
		["advisor", "marie-eve lavoie", "p1"],
		["advisor", "Lavoie, Marie-Ève", "p1"],
		["contactEmail", "mailto:a@b.example", "a@b.example"],
		["address", "12, rue\nPrincipale", "12, rue, Principale"],
	])("%s « %s »", (field, text, expected) => {
		expect(read({ [field]: text })).toMatchObject({ values: { [field]: expected }, errors: [] });
	});

	it.each<[ImportFieldName, string, string]>([
		["neq", "114621834", "neq"],
		["neq", "9946218341", "neq"],
		["employeeCount", "-5", "import-number"],
		["employeeCount", "12,5", "import-number"],
		["employeeCount", "2021-02-30", "import-number"],
		["employeeCount", "99999999", "import-number"],
		["phone", "555-0123", "phone"],
		["sector", "Alchimie", "import-sector-unknown"],
		["municipality", "Québec", "import-municipality-elsewhere"],
		["municipality", "Nulle-Part", "import-municipality-unknown"],
		["municipality", "Sainte-Marie", "import-municipality-several"],
		["mrc", "Ailleurs", "import-mrc-unknown"],
		["advisor", "Personne", "import-advisor-unknown"],
		["advisor", "Partie Depuis", "not-at-work"],
		["advisor", "Jean Roy", "import-advisor-several"],
		["contactEmail", "a@b", "email"],
		["postalCode", "12345", "postal-code"],
		["contactExtension", "abc", "phone-extension"],
		["name", "#N/A", "import-cell-error"],
		["name", "x".repeat(201), "too-long"],
		["name", "a\u202Eb", "forbidden-characters"],
	])("%s « %s » est refusé à côté de la cellule", (field, text, code) => {
		expect(read({ [field]: text })).toEqual({ values: {}, errors: [[field, code]] });
	});

	it("la MRC départage les municipalités de même nom, et la contredit quand elle en est une autre", () => {
		expect(read({ municipality: "Ste-Marie", mrc: "Rouville" }).values.municipality).toBe("2");
		expect(read({ municipality: "Saint-Hyacinthe", mrc: "Rouville" }).errors).toEqual([["municipality", "import-municipality-mrc"]]);
	});

	it("le poste écrit après le numéro est gardé, celui de sa colonne l’emporte", () => {
		expect(read({ contactPhone: "450 555-0123 p. 12" }).values.contactExtension).toBe("12");
		expect(read({ contactPhone: "450 555-0123 poste 12", contactExtension: "poste 9" }).values.contactExtension).toBe("9");
	});

	it("rien de ce qu’on peut écrire ne fait tomber la lecture, et ce qui est vide ne dit rien", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...importFieldNames),
				fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "  ", "__proto__", "1e999", "\u0000")),
				(field, text) => {
					const { values, errors } = read({ [field]: text });
					const isSaid = text.trim() !== "";
					expect(Object.keys(values).includes(field) || errors.length === 1).toBe(isSaid);
				},
			),
			{ numRuns: 150 },
		);
	});
});

describe("les en-têtes se devinent", () => {
	it("chaque synonyme ne nomme qu’un champ", () => {
		const all = Object.entries(headingsOf).flatMap(([field, headings]) => headings.map((heading) => [fold(heading), field] as const));
		for (const [heading, field] of all) expect([heading, all.find(([other]) => other === heading)?.[1]]).toEqual([heading, field]);
	});

	it.each([
		["N.E.Q.", null],
		["RAISON SOCIALE", "name"],
		["Nb. employés", "employeeCount"],
		["Ville *", "municipality"],
		["E-mail", "contactEmail"],
		["code_postal", "postalCode"],
		["__proto__", null],
	])("« %s »", (heading, field) => {
		expect(fieldOfHeading(heading, "employers")).toBe(field);
	});

	it("deux colonnes du même nom : la première ; un en-tête qui ne dit rien : ses valeurs", () => {
		const columns = [
			{ header: "Nom", samples: ["A"] },
			{ header: "Nom", samples: ["B"] },
			{ header: "X", samples: ["1146218341", "2246218341"] },
			{ header: null, samples: ["a@b.example"] },
		];
		expect(guessFields(columns, "employers")).toEqual(["name", null, "neq", "contactEmail"]);
	});

	it("chaque cible sait ce qu’il lui faut", () => {
		for (const target of importTargets) {
			const { fields, needs } = importTargetRules[target];
			expect(missingOf([], target)).toEqual(needs);
			expect(missingOf(fields, target)).toEqual([]);
		}
	});
});

describe("un extrait du Portail", () => {
	const read = (field: ImportFieldName, cell: string) => {
		const { values, errors } = readValues((name) => (name === field ? cell : null), reference);
		return errors[0]?.code ?? values[field];
	};
	it.each([
		["2026-03-31", "2026-03-31"],
		["2026-03-31 00:00:00", "2026-03-31"],
		["2026/3/5", "2026-03-05"],
		["31/03/2026", "2026-03-31"],
		["03/31/2026", "2026-03-31"],
		["4/4/2026", "2026-04-04"],
		["31 mars 2026", "2026-03-31"],
		["1er août 2026", "2026-08-01"],
		["03/04/2026", "import-date-ambiguous"],
		["2026-02-30", "date"],
		["46112", "date"],
		["hier", "date"],
		["2026-11-27", "date-in-future"],
	])("le jour « %s » se lit %s", (cell, value) => {
		expect(read("extractOn", cell)).toBe(value);
	});

	it.each([
		["12", 12],
		["1 234", 1234],
		["1 234,00", 1234],
		["0", 0],
		["12 %", "import-percentage"],
		["12,5%", "import-percentage"],
		["0,35", "import-percentage"],
		[".5", "import-percentage"],
		["3,5", "import-number"],
		["-3", "import-number"],
	])("le nombre « %s » se lit %s", (cell, value) => {
		expect(read("portalSearches", cell)).toBe(value);
	});

	it("ne propose ses colonnes qu’à un extrait, et un extrait n’a pas celles d’une fiche", () => {
		expect(fieldOfHeading("Recherches", "portalExtract")).toBe("portalSearches");
		expect(fieldOfHeading("Recherches", "employers")).toBeNull();
		expect(fieldOfHeading("Courriel", "portalExtract")).toBeNull();
	});
});
