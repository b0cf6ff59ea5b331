import { beforeAll, describe, expect, it } from "vitest";
import type { DataImport } from "#contract/imports.ts";
import { bombWorkbook, csvOf, fictionalRow, headings, workbookOf } from "../../support/import-files.ts";
import { cutUpload } from "../cut-upload.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "../support.ts";
import { act, bring, checked, type Problem, readImport, rowsOf, settled } from "./bringing.ts";

let manager: Visitor;
let advisor: Visitor;
let colleague: Visitor;
beforeAll(async () => {
	[manager, advisor, colleague] = await Promise.all([as("manager"), as("advisor"), as("advisor", 1)]);
});

const own = () => newId().slice(0, 8);
/** Telephones and domains of their own: tests do not make each other doubt. */
const rowOf = (name: string, more: Record<string, string> = {}) =>
	headings.map((heading) => ({ Employeur: name, Ville: "Saint-Hyacinthe", "Nb employés": "12", ...more })[heading] ?? "");
const fileOf = (...rows: string[][]) => csvOf([headings, ...rows]);
const employerOf = async (id: string | null | undefined) => (await manager.get<Record<string, unknown> & { version: number }>(`/employers/${id}`)).body;
const countOfEmployers = async () => (await manager.get<{ total: number }>("/employers?limit=1")).body.total;

describe("importer une liste", () => {
	it("rien n’est écrit avant d’appliquer ; appliquée, chaque ligne est la fiche qu’elle disait ; annulée, elle n’est plus", async () => {
		const name = `Importée ${own()}`;
		const before = await countOfEmployers();
		const file = fileOf(
			rowOf(name, { "Nb employés": "1 234", Contact: "Camille Tremblay", "Tél. contact": "873 555-0123 poste 12" }),
			rowOf("Sans ville", { Ville: "" }),
		);
		const ready = await checked(advisor, file);
		expect(ready).toMatchObject({
			state: "ready",
			counts: { total: 2, create: 1, update: 0, same: 0, skip: 0, error: 1 },
			fault: null,
			headerRow: 1,
			missing: [],
		});
		expect(ready.can).toMatchObject({ apply: true, change: true, undo: false });
		const { items } = await rowsOf(advisor, ready.id);
		expect(items.map(({ rowNumber, outcome }) => [rowNumber, outcome])).toEqual([
			[2, "create"],
			[3, "error"],
		]);
		expect(items[1]?.errors).toMatchObject([{ column: "F", field: "municipality", code: "import-municipality-missing" }]);
		expect(await countOfEmployers()).toBe(before);

		expect(await act(advisor, ready.id, "apply")).toMatchObject({ state: "applied", counts: { create: 1, error: 1 } });
		const { contacts, ...employer } = await employerOf(items[0]?.employerId);
		expect(employer).toMatchObject({ name, employeeCount: 1234, advisorId: advisor.person?.id, municipalityName: "Saint-Hyacinthe" });
		expect(contacts).toMatchObject([{ name: "Camille Tremblay", phone: "+18735550123", phoneExtension: "12", isPrimary: true }]);
		const { body: history } = await advisor.get<{ items: { batchId: string; actorId: string }[] }>(`/history/employer/${items[0]?.employerId}`);
		expect(new Set(history.items.map(({ batchId, actorId }) => `${batchId} ${actorId}`))).toEqual(new Set([`${ready.id} ${advisor.person?.id}`]));
		expect(await countOfEmployers()).toBe(before + 1);
		// Its own undo, and no other.
		expect((await advisor.post(`/batches/${ready.id}/undo`, undefined)).status).toBe(404);

		expect(await act(manager, ready.id, "undo")).toMatchObject({ state: "undone", undo: { restored: 1, left: 0, records: [] } });
		expect((await manager.get(`/employers/${items[0]?.employerId}`)).status).toBe(404);
		expect(await countOfEmployers()).toBe(before);
	});

	it("cent lignes dont quarante mises à jour, trois fiches modifiées depuis : l’annulation en remet 97 et nomme les trois", async () => {
		const prefix = `Grande ${own()}`;
		const row = (index: number, employees: string) => fictionalRow(index, prefix).with(1, "").with(3, employees).with(4, "").with(10, "").with(11, "");
		const first = await checked(manager, workbookOf([headings, ...Array.from({ length: 40 }, (_, index) => row(index, "10"))]), { fileName: "avant.xlsx" });
		await act(manager, first.id, "apply");
		const second = await checked(manager, workbookOf([headings, ...Array.from({ length: 100 }, (_, index) => row(index, "99"))]), { fileName: "après.xlsx" });
		expect(second).toMatchObject({ format: "xlsx", counts: { total: 100, update: 40, create: 60 } });
		const { items } = await rowsOf(manager, second.id);
		expect(items[0]?.changes).toEqual([{ record: "employer", field: "employeeCount", isNew: false, before: "10", after: "99" }]);
		await act(manager, second.id, "apply");

		const touched = [items[0], items[1], items[99]].map((item) => item?.employerId ?? "");
		for (const id of touched) {
			const { version } = await employerOf(id);
			expect((await manager.patch(`/employers/${id}`, { activity: "Modifiée depuis" }, { ifMatch: version })).status).toBe(200);
		}
		const { undo } = await act(manager, second.id, "undo");
		expect(undo).toMatchObject({ restored: 97, left: 3 });
		expect(new Set(undo?.records.map(({ entityId }) => entityId))).toEqual(new Set(touched));
		expect(undo?.records[0]).toMatchObject({ entity: "employer", reason: "changed", actorId: manager.person?.id, actorName: manager.person?.name });
		expect(undo?.records[0]?.name).toContain(prefix);
		expect(await employerOf(items[2]?.employerId)).toMatchObject({ employeeCount: 10 });
		expect(await employerOf(touched[0])).toMatchObject({ employeeCount: 99, activity: "Modifiée depuis" });
		expect((await manager.get(`/employers/${items[70]?.employerId}`)).status).toBe(404);
	}, 60_000);

	it("le même fichier deux fois : le premier est nommé, et rien n’est à changer", async () => {
		const file = fileOf(rowOf(`Deux fois ${own()}`, { Contact: "Ana Roy" }));
		const first = await checked(advisor, file, { fileName: "un.csv" });
		expect(first.twin).toBeNull();
		await act(advisor, first.id, "apply");
		const second = await checked(advisor, file, { fileName: "deux.csv" });
		expect(second).toMatchObject({ twin: { id: first.id, fileName: "un.csv", state: "applied" }, counts: { same: 1, total: 1 }, can: { apply: false } });
	});

	it("ce qu’on a modifié depuis la vérification est laissé, et dit", async () => {
		const employer = await addEmployer(advisor, { name: `Vérifiée ${own()}` });
		const ready = await checked(advisor, fileOf(rowOf(employer.name, { "Nb employés": "77" })));
		expect(ready.counts.update).toBe(1);
		await advisor.patch(`/employers/${employer.id}`, { activity: "Entre-temps" }, { ifMatch: employer.version });
		const applied = await act(advisor, ready.id, "apply");
		expect([applied.counts.update, applied.counts.error]).toEqual([0, 1]);
		expect((await rowsOf(advisor, ready.id)).items[0]?.errors).toMatchObject([{ code: "import-changed-since" }]);
		expect(await employerOf(employer.id)).toMatchObject({ employeeCount: 42, activity: "Entre-temps" });
	});

	it("annulée en route, il n’en reste rien", async () => {
		const prefix = `Arrêtée ${own()}`;
		const ready = await checked(advisor, fileOf(...Array.from({ length: 500 }, (_, index) => rowOf(`${prefix} ${index}`))));
		const before = await countOfEmployers();
		await advisor.post(`/imports/${ready.id}/apply`, undefined);
		await settled(advisor, ready.id, ({ state, progress }) => state !== "applying" || (progress?.done ?? 0) > 0);
		const ended = await act(manager, ready.id, "cancel");
		expect([ended.state, ended.undo?.left]).toEqual(["cancelled", 0]);
		expect(await countOfEmployers()).toBe(before);
	});
});

describe("avant d’appliquer, on corrige", () => {
	it("quelle colonne remplit quoi, sous la version lue ; deux colonnes ne remplissent pas le même champ", async () => {
		const name = `Colonnes ${own()}`;
		const ready = await checked(advisor, `Truc;Nom;Nom;Ville;\nx;${name};Camille;Saint-Hyacinthe;y\n`);
		expect(ready.columns.map(({ letter, field, issue }) => [letter, field, issue?.code ?? null])).toEqual([
			["A", null, null],
			["B", "name", null],
			["C", null, "duplicate-header"],
			["D", "municipality", null],
			["E", null, "missing-header"],
		]);
		expect(ready.columns[2]?.issue?.message).toBe("La colonne C porte, à la ligne 1, le même en-tête que la colonne B.");
		const patch = (columns: (string | null)[], ifMatch = ready.version) =>
			advisor.patch<DataImport & Problem>(`/imports/${ready.id}`, { columns }, { ifMatch });
		expect((await patch([null, "name", "name"])).body.errors?.[0]).toMatchObject({ path: "columns.2", code: "field-twice" });
		expect((await patch([null, "name", "contactName", "municipality"])).body.state).toBe("checking");
		const corrected = await settled(advisor, ready.id);
		expect((await rowsOf(advisor, ready.id)).items[0]?.changes.map(({ field }) => field)).toEqual(["name", "municipality", "contactName"]);
		expect((await patch([], ready.version)).status).toBe(412);
		const lacking = await patch([null, null, "contactName", "municipality"], corrected.version);
		expect(lacking.status).toBe(200);
		expect(await settled(advisor, ready.id)).toMatchObject({ missing: [["name", "neq"]], counts: { total: 0 }, can: { apply: false } });
	});

	it("un doute attend qu’on décide, une ligne ou toutes celles d’un même sort ; chaque nombre est une liste", async () => {
		const phone = `450 5${Math.floor(10 + Math.random() * 89)}-${Math.floor(1000 + Math.random() * 8999)}`;
		await addEmployer(advisor, { name: `Connue ${own()}`, phone });
		const ready = await checked(
			advisor,
			fileOf(rowOf(`Autre ${own()}`, { Téléphone: phone }), rowOf(`Autre ${own()}`, { Téléphone: phone }), rowOf(`Neuve ${own()}`)),
		);
		expect(ready.counts).toMatchObject({ create: 1, skip: 2 });
		const { items } = await rowsOf(advisor, ready.id, "outcome==skip");
		expect(items[0]?.matches).toMatchObject([{ reasons: ["phone"] }]);
		const choose = (body: Record<string, unknown>) => advisor.post<DataImport>(`/imports/${ready.id}/choices`, body);
		expect((await choose({ rows: [items[0]?.id], choice: "create" })).body.counts).toMatchObject({ create: 2, skip: 1 });
		expect((await choose({ rows: [items[1]?.id], choice: "update" })).body.counts).toMatchObject({ create: 2, update: 1 });
		await choose({ outcome: "create", choice: "skip" });
		const skipped = await settled(advisor, ready.id);
		expect(skipped.counts).toMatchObject({ create: 0, update: 1, skip: 2 });
		await choose({ outcome: "skip", choice: null });
		const { counts } = await settled(advisor, ready.id);
		const { body: facets } = await advisor.get<{ outcome: { value: string; count: number }[] }>(`/imports/${ready.id}/rows/facets?fields=outcome`);
		for (const { value, count } of facets.outcome) {
			expect((await rowsOf(advisor, ready.id, `outcome==${value}`)).total).toBe(count);
			expect(counts[value as "create"]).toBe(count);
		}
	});

	it("ce qui est confié à une collègue, ou d’ailleurs, est une ligne refusée, en mots", async () => {
		const theirs = await addEmployer(colleague, { name: `Chez elle ${own()}` });
		const ready = await checked(
			advisor,
			fileOf(rowOf(theirs.name, { "Nb employés": "500" }), rowOf(`Loin ${own()}`, { Ville: "Granby" }), rowOf(`Faux ${own()}`, { NEQ: "123456789" })),
		);
		const { items } = await rowsOf(advisor, ready.id);
		expect(items.map(({ errors }) => errors.map(({ column, value, code }) => [column, value, code]))).toEqual([
			[[null, null, "import-not-yours"]],
			[["F", "Granby", "import-municipality-elsewhere"]],
			[["B", "123456789", "neq"]],
		]);
		expect(items[2]?.errors[0]?.message).toBe("Un NEQ compte 10\u00A0chiffres et commence par 11, 22, 33 ou 88.");
		const file = await advisor.get<string>(`/imports/${ready.id}/failed-rows`);
		expect(file.headers.get("content-disposition")).toContain("liste");
		// Corrected, it is brought again; the two columns that it has more are left out.
		const again = await checked(advisor, String(file.body).replace("123456789", "").replace("Granby", "Saint-Hyacinthe"));
		expect(again.counts).toMatchObject({ create: 2, error: 1, total: 3 });
	});

	it("les personnes à joindre et les établissements trouvent leur employeur par son nom", async () => {
		const employer = await addEmployer(advisor, { name: `Foyer ${own()}` });
		const people = await checked(advisor, `Employeur;Contact;Courriel\n${employer.name};Nadia Benali;nadia@${own()}.example\nInconnu ${own()};Personne;\n`, {
			target: "contacts",
		});
		expect(people.counts).toMatchObject({ update: 1, error: 1 });
		const places = await checked(advisor, `Employeur;Ville;Adresse\n${employer.name};Longueuil;9, rue Neuve\n`, { target: "establishments" });
		await act(advisor, people.id, "apply");
		// The first one has changed it since: the second is checked against what is there now.
		await advisor.patch(`/imports/${places.id}`, { columns: ["name", "municipality", "address"] }, { ifMatch: places.version });
		await settled(advisor, places.id);
		await act(advisor, places.id, "apply");
		const found = await employerOf(employer.id);
		expect(found.contacts).toMatchObject([{ name: "Nadia Benali" }]);
		expect(found.establishments).toMatchObject([{ isMain: true }, { municipalityName: "Longueuil", address: "9, rue Neuve", isMain: false }]);
	});
});

describe("ce qui est mal écrit est refusé en mots, et rien n’est écrit", () => {
	it.each([
		["une image nommée .csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), "file-not-table"],
		["un fichier vide", new Uint8Array(), "file-empty"],
	])("%s, dès l’envoi", async (_, bytes, code) => {
		const { status, body } = await bring(advisor, bytes);
		expect([status, body.errors?.map((error) => [error.path, error.code])]).toEqual([400, [["file", code]]]);
	});

	it.each([
		["une bombe nommée .xlsx", bombWorkbook(), ["file-inflates", null, null]],
		["un guillemet jamais fermé", 'Nom;Ville\nA;"B\n', ["file-quotes", 2, null]],
		["des en-têtes seuls", "Nom;Ville\n", ["file-no-rows", 1, null]],
	])("%s, à la lecture, avec sa place", async (_, content, place) => {
		const failed = await checked(advisor, content);
		expect([failed.state, [failed.fault?.code, failed.fault?.row, failed.fault?.column]]).toEqual(["failed", place]);
		expect(failed.fault?.message).toMatch(/ .*\.$/);
		expect((await rowsOf(advisor, failed.id)).total).toBe(0);
	});

	it("un envoi répété n’est reçu qu’une fois ; sous la même clé, un autre est refusé", async () => {
		const [key, file] = [newId(), fileOf(rowOf(`Répétée ${own()}`))];
		expect((await bring(advisor, file, { key })).body.id).toBe(key);
		expect((await bring(advisor, file, { key })).status).toBe(201);
		expect((await bring(advisor, `${file}\n`, { key })).body.code).toBe("key-reused");
		expect((await bring(colleague, file, { key })).body.code).toBe("key-reused");
		expect((await readImport(advisor, key)).id).toBe(key);
		expect((await bring(advisor, file, { type: "text/csv" })).status).toBe(415);
		const elsewhere = await advisor.send<Problem>("POST", "/imports?target=employers&fileName=x.csv", {
			rawBody: file,
			headers: { "content-type": "application/octet-stream", "sec-fetch-site": "cross-site" },
		});
		expect([elsewhere.status, elsewhere.body.code]).toEqual([403, "cross-site"]);
	});

	it("d’un envoi coupé, rien ne se voit ni ne se lit ; le même envoi repris est reçu une fois, et un autre sous sa clé est refusé", async () => {
		const file = fileOf(...Array.from({ length: 1500 }, (_, index) => rowOf(`Coupée ${own()} ${index}`, { "Nb employés": "-1" })));
		const begin = new TextEncoder().encode(file).subarray(0, 100_000);
		const key = newId();
		const listed = async () => (await advisor.get<Page<DataImport>>("/imports?limit=50")).body.items.map(({ id }) => id);
		await cutUpload(advisor, "/imports?target=employers&fileName=liste.csv", { key, begin });
		expect(await listed()).not.toContain(key);
		expect((await advisor.get(`/imports/${key}`)).status).toBe(404);
		for (const action of ["apply", "cancel", "undo"]) expect((await advisor.post(`/imports/${key}/${action}`, undefined)).status).toBe(404);
		expect((await bring(colleague, file, { key })).body.code).toBe("key-reused");
		expect((await bring(advisor, file, { key, fileName: "autre.csv" })).body.code).toBe("key-reused");

		expect((await bring(advisor, file, { key })).status).toBe(201);
		expect(await listed()).toContain(key);
		const { state, counts } = await settled(advisor, key);
		expect([state, counts.total, counts.error]).toEqual(["ready", 1500, 1500]);
		expect((await rowsOf(advisor, key)).items.slice(0, 3).map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4]);
	});

	it("le modèle offert se relit sans une erreur", async () => {
		for (const target of ["employers", "establishments", "contacts"]) {
			const { body } = await advisor.get<string>(`/import-samples/${target}/csv`);
			const ready = await checked(advisor, String(body), { target });
			expect([target, ready.missing, ready.columns.filter(({ field }) => field === null)]).toEqual([target, [], []]);
		}
		const workbook = await advisor.get<string>("/import-samples/employers/xlsx");
		expect([workbook.status, workbook.headers.get("content-type")]).toEqual([200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]);
	});
});

describe("annuler ce que personne n’a touché", () => {
	it("laisse entière, et nomme, la fiche que quelqu’un a modifiée ou dont quelque chose dépend", async () => {
		const undo = (id: string) =>
			advisor.post<{ undone: number; left: { reason: string; name: string | null }[] } & Problem>(`/batches/${id}/undo?what=untouched`, undefined);
		const free = await addEmployer(advisor);
		expect((await undo(free.id)).body).toEqual({ undone: 2, left: [] });
		const changed = await addEmployer(advisor);
		await advisor.patch(`/employers/${changed.id}`, { activity: "Depuis" }, { ifMatch: changed.version });
		expect((await undo(changed.id)).body).toMatchObject({
			undone: 0,
			left: [{ entity: "employer", entityId: changed.id, name: changed.name, reason: "changed", actorName: advisor.person?.name }],
		});
		const used = await addEmployer(advisor);
		await advisor.post("/contacts", {
			id: newId(),
			employerId: used.id,
			name: "Ana",
			jobTitle: null,
			phone: null,
			phoneExtension: null,
			email: null,
			isPrimary: true,
		});
		expect((await undo(used.id)).body).toMatchObject({ undone: 0, left: [{ entityId: used.id, reason: "inUse" }] });
		expect((await advisor.post<Problem>(`/batches/${used.id}/undo`, undefined)).body.code).toBe("changed-since");
	});
});
