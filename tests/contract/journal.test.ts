import { beforeAll, describe, expect, it } from "vitest";
import type { Revision } from "#contract/journal.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Employer = { id: string; version: number; name: string; phone: string | null };
type Problem = { code: string };
type Changes = { items: { seq: number; entityId: string; rootId: string; version: number; action: string; entity: string }[]; next: number; more: boolean };

let advisor: Visitor;
let colleague: Visitor;
let manager: Visitor;
beforeAll(async () => {
	[advisor, colleague, manager] = await Promise.all([as("advisor"), as("advisor", 1), as("manager")]);
});

const history = async (visitor: Visitor, entity: string, id: string, query = "") =>
	(await visitor.get<Page<Revision>>(`/history/${entity}/${id}${query}`)).body;
const rename = async (visitor: Visitor, { id, version }: Employer, fields: Partial<Employer>, key = newId()) => {
	const { status, body } = await visitor.patch<Employer>(`/employers/${id}`, fields, { ifMatch: version, key });
	expect(status).toBe(200);
	return { ...body, key };
};
const anEmployer = async (visitor = advisor) => (await addEmployer(visitor)) as Employer;
const addContact = async (employerId: string, name: string) => {
	const id = newId();
	const body = { id, employerId, name, jobTitle: "Direction", phone: "450 555-0142", phoneExtension: null, email: "direction@exemple.test", isPrimary: true };
	expect((await advisor.post("/contacts", body)).status).toBe(201);
	return id;
};

describe("l’historique d’une fiche", () => {
	it("dit qui a changé quoi et quand, la valeur d’avant et celle d’après, le plus récent d’abord", async () => {
		const employer = await anEmployer();
		await rename(advisor, employer, { name: "Nom d’après", phone: "+14505550199" });
		const { items, total } = await history(advisor, "employer", employer.id);
		expect(total).toBe(3);
		expect(items.map(({ entity, action }) => `${entity} ${action}`)).toEqual(["employer changed", "establishment created", "employer created"]);
		expect(items[0]).toMatchObject({ actorId: advisor.person?.id, actorName: advisor.person?.name, version: 2 });
		expect(items[0]?.changes).toEqual([
			{ field: "name", before: employer.name, after: "Nom d’après" },
			{ field: "phone", before: null, after: "+14505550199" },
		]);
		const instants = items.map(({ recordedAt }) => recordedAt);
		expect(instants).toEqual([...instants].sort().reverse());
	});

	it("se lit page par page sans rien perdre", async () => {
		let employer: Employer = await anEmployer();
		for (const name of ["Un", "Deux", "Trois", "Quatre"]) employer = await rename(advisor, employer, { name });
		const all = await history(advisor, "employer", employer.id);
		const seen: number[] = [];
		let after: string | null = "";
		while (after !== null) {
			const page: Page<Revision> = await history(advisor, "employer", employer.id, `?limit=2${after && `&after=${after}`}`);
			seen.push(...page.items.map(({ seq }) => seq));
			after = page.next;
		}
		expect(seen).toEqual(all.items.map(({ seq }) => seq));
	});

	it("se filtre sur toute sa longueur, par champ, par personne et par jour, et dit ce qu’il y a à choisir", async () => {
		let employer: Employer = await anEmployer();
		for (const phone of ["+14505550111", "+14505550112", "+14505550113"]) employer = await rename(advisor, employer, { phone });
		employer = await rename(manager, employer, { name: "Renommé par la gestion" });
		for (const phone of ["+14505550114", "+14505550115"]) employer = await rename(advisor, employer, { phone });
		type Told = Page<Revision> & { whole: number; actors: { id: string | null; name: string | null }[]; fields: string[] };
		const ask = async (query: string) => (await advisor.get<Told>(`/history/employer/${employer.id}?${query}`)).body;
		// The page is of one line: what is found is not on it.
		const ofName = await ask("limit=1&field=name");
		expect([ofName.total, ofName.whole, ofName.items.map(({ actorId }) => actorId)]).toEqual([2, 8, [manager.person?.id]]);
		expect(ofName.actors.map(({ id }) => id).sort()).toEqual([advisor.person?.id, manager.person?.id].sort());
		expect(ofName.fields).toEqual(expect.arrayContaining(["name", "phone", "municipalityCode"]));
		for (const silent of ["version", "recordedAt", "regionCode", "id"]) expect(ofName.fields).not.toContain(silent);
		const ofManager = await ask(`actor=${manager.person?.id}`);
		expect(ofManager.items.map(({ changes }) => changes[0]?.after)).toEqual(["Renommé par la gestion"]);
		expect((await ask("field=phone&limit=2")).total).toBe(5);
		expect((await ask(`field=phone&actor=${manager.person?.id}`)).total).toBe(0);
		expect((await ask("actor=house")).total).toBe(0);
		const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
		expect((await ask(`from=${day(-2)}&to=${day(2)}`)).total).toBe(8);
		expect([(await ask(`from=${day(3)}`)).total, (await ask(`to=${day(-3)}`)).total]).toEqual([0, 0]);
	});

	it("rend une version telle qu’elle était, pour la rétablir par une modification ordinaire", async () => {
		const employer = await anEmployer();
		const second = await rename(advisor, employer, { name: "Erreur de saisie" });
		const { status, body } = await advisor.get<{ fields: { name: string } }>(`/history/employer/${employer.id}/1`);
		expect([status, body.fields.name]).toEqual([200, employer.name]);
		const third = await rename(advisor, second, { name: body.fields.name });
		expect([third.name, third.version]).toEqual([employer.name, 3]);
	});

	it("est refusé à qui n’a pas à lire la fiche, et n’existe pas pour une autre région", async () => {
		const employer = await anEmployer();
		expect((await (await as("integrationAgent")).get(`/history/employer/${employer.id}`)).status).toBe(403);
		expect((await (await as("administrator")).get(`/history/employer/${employer.id}`)).status).toBe(403);
		expect((await (await as("auditor")).get(`/history/employer/${employer.id}`)).status).toBe(200);
		expect((await advisor.get(`/history/employer/${newId()}`)).status).toBe(404);
	});
});

describe("annuler", () => {
	it("remet la fiche exactement comme elle était, et l’historique garde les deux gestes", async () => {
		const employer = await anEmployer();
		const changed = await rename(advisor, employer, { name: "À annuler" });
		const { status, body } = await advisor.post<{ undone: number }>(`/batches/${changed.key}/undo`, undefined);
		expect([status, body.undone]).toEqual([200, 1]);
		const now = (await advisor.get<Employer>(`/employers/${employer.id}`)).body;
		expect({ ...now, version: 0 }).toEqual({ ...employer, version: 0 });
		expect((await history(advisor, "employer", employer.id)).items.slice(0, 2).map(({ changes }) => changes[0]?.after)).toEqual([employer.name, "À annuler"]);
	});

	it("un ajout l’enlève avec ce qui est venu avec lui ; annuler l’annulation le ramène", async () => {
		const id = newId();
		const employer = await addEmployer(advisor, { id });
		const undo = newId();
		expect((await advisor.post(`/batches/${id}/undo`, undefined, { key: undo })).status).toBe(200);
		expect((await advisor.get(`/employers/${id}`)).status).toBe(404);
		expect((await advisor.post(`/batches/${undo}/undo`, undefined)).status).toBe(200);
		expect((await advisor.get<Employer>(`/employers/${id}`)).body.name).toBe(employer.name);
	});

	it("ne touche à rien quand quelqu’un a modifié la fiche depuis", async () => {
		const employer = await anEmployer();
		const mine = await rename(advisor, employer, { name: "Mon nom" });
		const theirs = await rename(manager, mine, { phone: "+14505550177" });
		const { status, body } = await advisor.post<Problem>(`/batches/${mine.key}/undo`, undefined);
		expect([status, body.code]).toEqual([409, "changed-since"]);
		expect((await advisor.get<Employer>(`/employers/${employer.id}`)).body).toMatchObject({ name: "Mon nom", phone: "+14505550177", version: theirs.version });
	});

	it("n’efface pas la retouche d’une collègue glissée entre deux gestes d’un même lot", async () => {
		const employer = await anEmployer();
		const first = await rename(advisor, employer, { name: "Premier" });
		const between = await rename(manager, first, { phone: "+14505550166" });
		expect((await advisor.post<Problem>(`/batches/${first.key}/undo`, undefined)).body.code).toBe("changed-since");
		expect((await advisor.get<Employer>(`/employers/${employer.id}`)).body.phone).toBe(between.phone);
	});

	it("le geste d’une autre personne est refusé, sauf à la gestion", async () => {
		const employer = await anEmployer();
		const changed = await rename(advisor, employer, { name: "Le mien" });
		expect((await colleague.post(`/batches/${changed.key}/undo`, undefined)).status).toBe(403);
		expect((await colleague.post(`/batches/${newId()}/undo`, undefined)).status).toBe(404);
		expect((await manager.post(`/batches/${changed.key}/undo`, undefined)).status).toBe(200);
	});

	it("un ajout auquel on a rattaché autre chose est refusé, et tout reste", async () => {
		const id = newId();
		await addEmployer(advisor, { id });
		await addContact(id, "Camille Exemple");
		expect((await advisor.post<Problem>(`/batches/${id}/undo`, undefined)).body.code).toBe("changed-since");
		expect((await advisor.get(`/employers/${id}`)).status).toBe(200);
	});

	it("un dossier déplacé revient à son étape, et le passage disparaît de ses étapes sans quitter l’historique", async () => {
		const employer = await anEmployer();
		const id = newId();
		const opened = (
			await advisor.post<{ version: number; stage: string }>("/support-cases", {
				id,
				employerId: employer.id,
				openedOn: "2026-01-05",
				advisorId: advisor.person?.id,
			})
		).body;
		const key = newId();
		const moved = await advisor.post<{ stage: string }>(
			`/support-cases/${id}/moves`,
			{
				id: key,
				toStage: "firstContact",
				movedOn: "2026-02-02",
				evidence: ["interactionLogged", "neqVerified"].map((criterion) => ({ id: newId(), criterion, occurredOn: "2026-02-01", note: "Au téléphone" })),
			},
			{ ifMatch: opened.version, key },
		);
		expect([moved.status, moved.body.stage]).toEqual([200, "firstContact"]);
		expect((await advisor.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		const { body } = await advisor.get<{ stage: string; history: unknown[] }>(`/support-cases/${id}`);
		expect(body.stage).toBe(opened.stage);
		const { items } = await history(advisor, "supportCase", id);
		expect(items.filter(({ entity }) => entity === "stageChange").map(({ action }) => action)).toEqual(["removed", "created", "created"]);
	});
});

describe("les nouveautés", () => {
	it("disent chaque écriture une fois, dans l’ordre, par ses seuls identifiants", async () => {
		const { next } = (await advisor.get<Changes>("/changes")).body;
		const employer = await anEmployer();
		await rename(advisor, employer, { name: "Vu par le fil" });
		const { items } = (await advisor.get<Changes>(`/changes?since=${next}`)).body;
		const own = items.filter(({ rootId }) => rootId === employer.id);
		expect(own.map(({ entity, action, version }) => [entity, action, version])).toEqual([
			["employer", "created", 1],
			["establishment", "created", 1],
			["employer", "changed", 2],
		]);
		expect(JSON.stringify(items)).not.toContain("Vu par le fil");
	});

	it("ne perdent rien quand huit personnes écrivent en même temps et qu’on lit sans arrêt", async () => {
		const writers = 8;
		const rounds = 10;
		let since = (await advisor.get<Changes>("/changes")).body.next;
		const made = new Set<string>();
		let isWriting = true;
		const writing = Promise.all(
			Array.from({ length: writers }, async () => {
				for (let round = 0; round < rounds; round += 1) made.add((await anEmployer()).id);
			}),
		).then(() => {
			isWriting = false;
		});
		const seen: { seq: number; id: string }[] = [];
		const readOnce = async () => {
			const { items, next } = (await advisor.get<Changes>(`/changes?since=${since}`)).body;
			seen.push(...items.map(({ seq, entity, rootId }) => ({ seq, id: `${entity} ${rootId}` })));
			since = next;
		};
		while (isWriting) await readOnce();
		await writing;
		await readOnce();
		expect(made.size).toBe(writers * rounds);
		// An employer and its establishment, each once: nothing skipped, nothing told again.
		const expected = [...made].flatMap((id) => [`employer ${id}`, `establishment ${id}`]);
		expect(
			seen
				.map(({ id }) => id)
				.filter((id) => expected.includes(id))
				.sort(),
		).toEqual(expected.sort());
		expect(seen.map(({ seq }) => seq)).toEqual(seen.map(({ seq }) => seq).sort((a, b) => a - b));
	});
});

describe("le caviardage (A-2.1, art. 73)", () => {
	it("efface les champs nommés partout dans le passé, et laisse une attestation", async () => {
		const employer = await anEmployer();
		const contactId = await addContact(employer.id, "Zéphirine Secrète");
		const patch = await advisor.patch<{ version: number }>(`/contacts/${contactId}`, { email: "secrete@exemple.test" }, { ifMatch: 1 });
		expect(patch.status).toBe(200);
		const id = newId();
		const certificate = await manager.post<{ revisions: number; fields: string[]; orderedBy: string }>("/redactions", {
			id,
			entity: "contact",
			entityId: contactId,
			fields: ["name", "email", "phone"],
			reason: "Demande de la personne du 2 novembre",
		});
		expect(certificate.status).toBe(201);
		expect(certificate.body).toMatchObject({ fields: ["name", "email", "phone"], orderedBy: manager.person?.id });
		expect(certificate.body.revisions).toBeGreaterThanOrEqual(2);
		const everything = JSON.stringify([
			await history(manager, "employer", employer.id),
			(await manager.get(`/employers/${employer.id}`)).body,
			(await manager.get(`/history/contact/${contactId}/1`)).body,
			(await manager.get(`/employers?q=Secrete`)).body,
		]);
		for (const word of ["Zéphirine", "secrete@", "direction@", "4505550142"]) expect(everything).not.toContain(word);
		expect(JSON.stringify((await (await as("auditor")).get("/redactions")).body)).toContain(id);
	});

	it("est réservé à la gestion", async () => {
		const employer = await anEmployer();
		const contactId = await addContact(employer.id, "Alex Exemple");
		const { status } = await advisor.post("/redactions", { id: newId(), entity: "contact", entityId: contactId, fields: ["name"], reason: "Essai" });
		expect(status).toBe(403);
		expect(JSON.stringify((await advisor.get(`/employers/${employer.id}`)).body)).toContain("Alex Exemple");
	});
});
