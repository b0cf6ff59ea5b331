import { describe, expect, it } from "vitest";
import { planRow } from "#api/rules/import-plan.ts";
import type { Candidate, KnownEmployer, RowQuestion } from "#api/rules/import-row.ts";

const me = "me";
const employer = (more: Partial<KnownEmployer> = {}): KnownEmployer => ({
	id: "e1",
	version: 3,
	regionCode: "16",
	advisorId: me,
	values: { name: "Boulangerie Lavoie inc.", neq: "1146218341", phone: "+14505550100", employee_count: 10, website: null },
	establishments: [{ id: "s1", version: 1, name: null, municipality_code: "54048", address: "12, rue A", postal_code: null, is_main: true }],
	contacts: [{ id: "c1", version: 2, name: "Camille Tremblay", email: "Camille@lavoie.example", phone: null, job_title: null }],
	...more,
});
const found = (reasons: Candidate["reasons"], more: Partial<KnownEmployer> = {}): Candidate => ({ employer: employer(more), reasons });
let ids = 0;
const plan = (question: Partial<RowQuestion>) =>
	planRow({
		target: "employers",
		who: { personId: me, role: "advisor", regionCode: "16" },
		values: { name: "Boulangerie Lavoie", municipality: "54048" },
		errors: [],
		choice: null,
		chosenEmployer: null,
		candidates: [],
		leader: null,
		newId: () => {
			ids += 1;
			return `new-${ids}`;
		},
		...question,
	});
const codes = (verdict: ReturnType<typeof plan>) => verdict.errors.map(({ code }) => code);

describe("ce que fait une ligne", () => {
	it("inconnu, l’employeur est ajouté avec son établissement, et confié à qui l’apporte", () => {
		const { outcome, plan: made, changes } = plan({ values: { name: "Neuve", municipality: "54048", contactName: "Ana" } });
		expect(outcome).toBe("create");
		expect(made).toMatchObject({
			employerVersion: null,
			employer: { version: null, set: { name: "Neuve", advisor_id: me } },
			establishment: { set: { municipality_code: "54048", is_main: true } },
			contact: { set: { name: "Ana", is_primary: true } },
		});
		expect(changes.every(({ isNew, before }) => isNew && before === null)).toBe(true);
		expect(plan({ who: { personId: "g", role: "manager", regionCode: "16" } }).plan?.employer?.set.advisor_id).toBeUndefined();
	});

	it.each([
		["sans nom ni NEQ", { municipality: "54048" }, ["import-name-missing"]],
		["sans municipalité", { name: "A" }, ["import-municipality-missing"]],
		["une personne sans nom", { name: "A", municipality: "54048", contactEmail: "a@b.example" }, ["import-contact-name-missing"]],
		["confié à une autre", { name: "A", municipality: "54048", advisor: "other" }, ["import-advisor-not-you"]],
	])("%s, il ne l’est pas", (_, values, expected) => {
		const verdict = plan({ values });
		expect([verdict.outcome, codes(verdict), verdict.plan]).toEqual(["error", expected, null]);
	});

	it("trouvé, seul ce qui diffère change, champ par champ ; le vide n’efface rien ; le même nom écrit autrement est le même", () => {
		const verdict = plan({
			values: {
				name: "Boulangerie Lavoie",
				neq: "1146218341",
				employeeCount: 12,
				municipality: "54048",
				contactEmail: "camille@lavoie.example",
				contactTitle: "Direction",
			},
			candidates: [found(["neq", "name"])],
		});
		expect([verdict.outcome, verdict.employerId]).toEqual(["update", "e1"]);
		expect(verdict.changes).toEqual([
			{ record: "employer", field: "employeeCount", isNew: false, before: "10", after: "12" },
			{ record: "contact", field: "contactTitle", isNew: false, before: null, after: "Direction" },
		]);
		expect(verdict.plan).toEqual({
			employerVersion: 3,
			employer: { id: "e1", version: 3, set: { employee_count: 12 } },
			contact: { id: "c1", version: 2, set: { job_title: "Direction" } },
		});
	});

	it("sans rien à changer, la ligne est « pareille », même chez une collègue", () => {
		expect(plan({ candidates: [found(["name"], { advisorId: "other" })] })).toMatchObject({ outcome: "same", errors: [], plan: null });
	});

	it("ce qui est confié à une collègue, archivé, ou porte un autre NEQ ne se change pas", () => {
		const values = { name: "Boulangerie Lavoie", municipality: "54048", employeeCount: 99 };
		expect(codes(plan({ values, candidates: [found(["name"], { advisorId: "other" })] }))).toEqual(["import-not-yours"]);
		expect(codes(plan({ values, candidates: [found(["name"], { values: { ...employer().values, archived_on: "2026-01-01" } })] }))).toEqual([
			"import-employer-archived",
		]);
		const other = plan({ values: { ...values, neq: "2246218341" }, candidates: [found(["name"])] });
		// Deux NEQ sont deux employeurs : un doute, pas une mise à jour.
		expect([other.outcome, other.plan]).toEqual(["skip", null]);
	});

	it("un téléphone ou un domaine commun fait un doute : la ligne attend qu’on décide", () => {
		const doubt = { values: { name: "Autre nom", municipality: "54048" }, candidates: [found(["phone"])] };
		expect(plan(doubt)).toMatchObject({ outcome: "skip", plan: null });
		expect(plan({ ...doubt, choice: "create" }).outcome).toBe("create");
		expect(plan({ ...doubt, choice: "update" })).toMatchObject({ outcome: "update", employerId: "e1" });
		expect(plan({ ...doubt, choice: "skip" }).outcome).toBe("skip");
	});

	it("plusieurs du même nom : on choisit lequel ; un NEQ pris ne se crée pas deux fois", () => {
		const candidates = [found(["name"]), found(["name"], { id: "e2", values: { name: "Boulangerie Lavoie", neq: null } })];
		const values = { name: "Boulangerie Lavoie", municipality: "54048", employeeCount: 5 };
		expect(plan({ values, candidates })).toMatchObject({ outcome: "skip", errors: [{ code: "import-several-employers" }] });
		expect(plan({ values, candidates, choice: "update", chosenEmployer: "e2" })).toMatchObject({ outcome: "update", employerId: "e2" });
		expect(codes(plan({ values: { ...values, neq: "1146218341" }, candidates: [found(["neq"])], choice: "create" }))).toEqual(["import-neq-taken"]);
	});

	it("une ligne du même employeur plus haut : ce qu’elle ajoute est ajouté, ce qu’elle contredit attend", () => {
		const leader = { row: 2, employer: employer({ id: "new", version: null }) };
		const values = { name: "Boulangerie Lavoie", municipality: "54048" };
		expect(plan({ values, leader })).toMatchObject({ outcome: "same", sameAsRow: 2 });
		expect(plan({ values: { ...values, contactName: "Nadia" }, leader })).toMatchObject({
			outcome: "update",
			employerId: "new",
			sameAsRow: 2,
			plan: { employerVersion: null, contact: { version: null, set: { is_primary: false } } },
		});
		const contrary = { values: { ...values, employeeCount: 77 }, leader };
		expect(plan(contrary)).toMatchObject({ outcome: "skip", errors: [{ code: "import-same-as-row", parameters: { row: 2 } }] });
		expect(plan({ ...contrary, choice: "update" }).outcome).toBe("update");
	});

	it("une liste d’établissements ou de personnes ne crée ni ne renomme d’employeur", () => {
		expect(codes(plan({ target: "contacts", values: { name: "Inconnue", contactName: "Ana" } }))).toEqual(["import-employer-not-found"]);
		const renamed = plan({ target: "contacts", values: { neq: "1146218341", name: "Autre", contactName: "Ana" }, candidates: [found(["neq"])] });
		expect(renamed.changes.map(({ field }) => field)).toEqual(["contactName"]);
		const places: Partial<RowQuestion> = { target: "establishments", candidates: [found(["neq"])] };
		expect(plan({ ...places, values: { neq: "1146218341", municipality: "54048", address: "99, rue B" } }).plan?.establishment).toMatchObject({
			version: null,
			set: { address: "99, rue B", is_main: false },
		});
		expect(plan({ ...places, values: { neq: "1146218341", municipality: "54048", address: "12 rue A", postalCode: "J2S 3G9" } }).plan?.establishment).toEqual({
			id: "s1",
			version: 1,
			set: { postal_code: "J2S 3G9" },
		});
	});
});
