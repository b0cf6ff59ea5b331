import { beforeAll, describe, expect, it } from "vitest";
import type { FoundRecords } from "#contract/search.ts";
import { blankLine } from "../support/blank-bodies.ts";
import { addEmployer, as, newId, type Visitor } from "./support.ts";

/** Names that no demonstration has: what is found is what was asked for. */
const names = {
	erable: "Sucrerie de l’Érable Zéphirin inc.",
	saint: "Menuiserie St-Zotique-du-Lac Ltée",
	oeuvre: "Les Chefs-d’œuvre Ouztani S.E.N.C.R.L.",
	beton: "Béton Kwizérat & fils enr.",
	elsewhere: "Transport Vanhoutryve",
	contactAt: "Laiterie Zamboulis",
} as const;
type Name = keyof typeof names;

let advisor: Visitor;
let ids: Record<Name, string>;
let contact: string;
let lineId: string;
let today: string;
beforeAll(async () => {
	advisor = await as("advisor");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
	const numbers: Partial<Record<Name, object>> = { beton: { neq: "1177665544", phone: "450 555-7391" } };
	ids = Object.fromEntries(
		await Promise.all(
			(Object.keys(names) as Name[]).map(async (key) => [key, (await addEmployer(advisor, { name: names[key], ...numbers[key] })).id] as const),
		),
	) as Record<Name, string>;
	contact = newId();
	const { status } = await advisor.post("/contacts", {
		id: contact,
		employerId: ids.contactAt,
		name: "Maë-Lynn St-Onge-Qvistgaard",
		jobTitle: "Directrice",
		phone: "(450) 555-8264",
		phoneExtension: "12",
		email: "Maelynn.Qvist@zamboulis.example",
		isPrimary: true,
	});
	expect(status).toBe(201);
	lineId = newId();
	const line = { ...blankLine, label: "Soudeur-monteur d’Ikwezumbi 2", path: "openPermit", hiredOn: today };
	expect((await advisor.post("/immigration-lines", { id: lineId, employerId: ids.beton, ...line })).status).toBe(201);
});

const search = async (q: string, visitor = advisor, limit = 6) =>
	(await visitor.get<FoundRecords>(`/search?${new URLSearchParams({ q, limit: String(limit) })}`)).body;

describe("chercher partout", () => {
	it.each<[string, Name]>([
		["Sucrerie de l’Érable Zéphirin inc.", "erable"],
		["sucrerie de l'erable zephirin", "erable"],
		["erable zephirin", "erable"],
		["l'érable zéph", "erable"],
		["l’erable zephirin", "erable"],
		["ERABLE ZÉPHIRIN", "erable"],
		["zephirin", "erable"],
		["zéphirin érable", "erable"],
		["  sucrerie   zeph ", "erable"],
		["zephirin ltée", "erable"],
		["zefirin", "erable"],
		["zephirn", "erable"],
		["zepihrin", "erable"],
		["sucreire zephirni", "erable"],
		["St-Zotique-du-Lac", "saint"],
		["Saint-Zotique-du-Lac", "saint"],
		["saint zotique lac", "saint"],
		["st zotique", "saint"],
		["St. Zotique", "saint"],
		["menuiserie saint-zotique ltee", "saint"],
		["menuiserie st-zotique limitée", "saint"],
		["zotique", "saint"],
		["zotiqe", "saint"],
		["menuisrie zotiuqe", "saint"],
		["chefs-d’œuvre ouztani", "oeuvre"],
		["chefs d'oeuvre ouztani", "oeuvre"],
		["oeuvre ouztani senc", "oeuvre"],
		["Ouztani s.e.n.c.r.l.", "oeuvre"],
		["ouztanni", "oeuvre"],
		["ouzthani chef", "oeuvre"],
		["Beton Kwizerat", "beton"],
		["béton kwizérat et fils", "beton"],
		["kwizerat & fils enr", "beton"],
		["kwisera", "beton"],
		["1177665544", "beton"],
		["1177 6655 44", "beton"],
		["1177\u00A06655\u00A044", "beton"],
		["1177-6655-44", "beton"],
		["NEQ 1177 6655 44", "beton"],
		["117766", "beton"],
		["4505557391", "beton"],
		["450 555-7391", "beton"],
		["(450) 555-7391", "beton"],
		["+1 450 555 7391", "beton"],
		["1-450-555-7391", "beton"],
		["450.555.7391", "beton"],
		["tél. 450 555-7391", "beton"],
		["555-7391", "beton"],
		["450 555-7391, poste 12", "beton"],
		["vanhoutryve", "elsewhere"],
		["transport van houtryve", "elsewhere"],
	])("« %s » trouve le bon employeur, le premier", async (q, wanted) => {
		const { employers } = await search(q);
		expect(employers[0]?.name).toBe(names[wanted]);
	});

	it.each([
		"Maë-Lynn St-Onge-Qvistgaard",
		"mae lynn",
		"saint-onge qvist",
		"qvistgaard",
		"qvistgard",
		"qvistgaard zamboulis",
		"450 555-8264",
		"5558264",
		"maelynn.qvist@zamboulis",
	])("« %s » trouve la personne-ressource, et où elle travaille", async (q) => {
		const { contacts } = await search(q);
		expect(contacts[0]).toMatchObject({ id: contact, employerId: ids.contactAt, employerName: names.contactAt });
	});

	it("ne prend pas l’adresse de courriel d’une personne pour son nom", async () => {
		expect((await search("zamboulis example")).contacts).toEqual([]);
	});

	it("montre avec l’employeur son dossier, ses besoins ouverts et ses visites", async () => {
		const [caseId, needId] = [newId(), newId()];
		await advisor.post("/support-cases", { id: caseId, employerId: ids.oeuvre, advisorId: null, openedOn: today });
		const need = {
			permanence: null,
			startOn: null,
			hourlyWageCents: null,
			frenchLevel: null,
			schedule: null,
			requirements: null,
			vacantMonths: null,
			localEfforts: null,
		};
		expect((await advisor.post("/labour-needs", { id: needId, employerId: ids.oeuvre, occupationCode: "72106", posts: 3, ...need })).status).toBe(201);
		const found = await search("ouztani");
		expect(found.supportCases).toMatchObject([{ id: caseId, employerName: names.oeuvre, closedOn: null, openPosts: 3 }]);
		expect(found.labourNeeds).toMatchObject([{ id: needId, employerId: ids.oeuvre, openPosts: 3 }]);
		expect(found.near).toBe(false);
	});

	it("trouve les besoins par profession, en mots ou par son code", async () => {
		for (const q of ["soudeurs", "72106"]) {
			const { labourNeeds } = await search(q);
			expect(labourNeeds.length).toBeGreaterThan(0);
			expect(labourNeeds.every(({ occupationCode }) => occupationCode === "72106" || q === "soudeurs")).toBe(true);
		}
	});

	it.each([
		"Soudeur-monteur d’Ikwezumbi 2",
		"soudeur-monteur d'ikwezumbi",
		"SOUDEUR MONTEUR IKWÉZUMBI",
		"ikwezumbi",
		"ikwezumbi soudeur",
		"ikwez",
		"ikwezumbbi",
	])("« %s » trouve le dossier d’immigration par son étiquette, et chez qui la personne travaille", async (q) => {
		const { immigrationLines } = await search(q);
		expect(immigrationLines[0]).toMatchObject({ id: lineId, label: "Soudeur-monteur d’Ikwezumbi 2", employerId: ids.beton, employerName: names.beton });
	});

	it("suit une étiquette qu’on change, et ne donne pas l’étiquette d’une personne à l’employeur", async () => {
		const [id, label] = [newId(), "Pâtissier Nzuvungi"];
		const body = { id, employerId: ids.saint, ...blankLine, label, path: "openPermit", hiredOn: today };
		const { version } = (await advisor.post<{ version: number }>("/immigration-lines", body)).body;
		expect((await search("nzuvungi")).employers).toEqual([]);
		await advisor.patch(`/immigration-lines/${id}`, { label: "Pâtissier Qolwezano" }, { ifMatch: version });
		expect((await search("qolwezano")).immigrationLines.map((one) => one.id)).toEqual([id]);
		expect((await search("nzuvungi")).immigrationLines).toEqual([]);
	});

	it("ne devine des lettres que si aucune n’est juste, et le dit", async () => {
		expect((await search("zephirin")).near).toBe(false);
		expect((await search("zefirin")).near).toBe(true);
		expect(await search("xq7 zzkw vvjq")).toMatchObject({ employers: [], contacts: [], supportCases: [], labourNeeds: [], immigrationLines: [], visits: [] });
	});

	it("ne trouve rien pour un mot que la recherche laisse de côté, ni pour un signe de recherche", async () => {
		for (const q of ["les", "inc.", "%", "_", "%%%", "\\"]) expect((await search(q)).employers).toEqual([]);
	});

	it("suit un employeur qui change de nom et une personne qu’on corrige", async () => {
		const { id, version } = await addEmployer(advisor, { name: "Scierie Bwatunzi" });
		await advisor.patch(`/employers/${id}`, { name: "Scierie Ngwalemba" }, { ifMatch: version });
		expect((await search("ngwalemba")).employers[0]?.id).toBe(id);
		expect((await search("bwatunzi")).employers.map((one) => one.id)).not.toContain(id);
	});

	it("ne montre d’une autre région ni ses employeurs, ni les personnes qu’on y joint", async () => {
		const agent = await as("integrationAgent");
		expect((await agent.get("/search?q=zephirin")).status).toBe(403);
	});

	it("donne au plus ce qu’on demande de chaque sorte", async () => {
		const found = await search("a", advisor, 3);
		expect(found.employers).toHaveLength(3);
		expect(Object.values(found).every((list) => typeof list === "boolean" || list.length <= 3)).toBe(true);
	});
});
