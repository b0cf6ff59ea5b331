import { beforeAll, describe, expect, it } from "vitest";
import type { Document } from "#contract/documents.ts";
import { goodFiles } from "../support/document-files.ts";
import { cutUpload } from "./cut-upload.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

type Listed = Page<Document> & { room: { files: number; bytes: number }; can: { add: boolean } };
type Problem = { code: string; errors?: { path: string; code: string }[] };

let advisor: Visitor;
let colleague: Visitor;
let manager: Visitor;
beforeAll(async () => {
	[advisor, colleague, manager] = await Promise.all([as("advisor"), as("advisor", 1), as("manager")]);
});

const octets = { "content-type": "application/octet-stream" };
const add = <T = Document>(visitor: Visitor, of: string, fileName: string, content: Uint8Array, { key = newId(), title = "" } = {}) =>
	visitor.send<T>("POST", `/documents/of/${of}?${new URLSearchParams({ fileName, ...(title ? { title } : {}) })}`, { key, rawBody: content, headers: octets });
const listed = async (visitor: Visitor, of: string) => (await visitor.get<Listed>(`/documents/of/${of}`)).body;
const pdf = goodFiles.pdf as Uint8Array;

describe("les documents d’une fiche", () => {
	it("un document se joint, se liste, se télécharge sans jamais s’afficher, change de nom, se retire et revient", async () => {
		const { id: employer } = await addEmployer(advisor);
		const of = `employer/${employer}`;
		const key = newId();
		const { status, body: document } = await add(advisor, of, "../Entente «\u00A0L’Érable\u00A0» (1).PDF", pdf, { key, title: "Entente signée" });
		expect(status).toBe(201);
		expect(document).toMatchObject({
			id: key,
			subject: "employer",
			subjectId: employer,
			fileName: "Entente «\u00A0L’Érable\u00A0» (1).PDF",
			title: "Entente signée",
			kind: "pdf",
			size: pdf.byteLength,
			addedById: advisor.person?.id,
			can: { update: true, remove: true },
		});
		expect(await listed(advisor, of)).toMatchObject({ items: [document], total: 1, can: { add: true }, room: { files: 199 } });
		// The same request again, as after an answer that was lost; another content under the same key.
		expect((await add(advisor, of, "../Entente «\u00A0L’Érable\u00A0» (1).PDF", pdf, { key, title: "Entente signée" })).body).toEqual(document);
		expect(await add<Problem>(advisor, of, "autre.txt", goodFiles.txt as Uint8Array, { key })).toMatchObject({ status: 409, body: { code: "key-reused" } });

		const got = await colleague.get<string>(`/documents/${key}/content`);
		expect(got.body).toBe(new TextDecoder().decode(pdf));
		expect(got.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''Entente%20%C2%AB%C2%A0L%E2%80%99%C3%89rable%C2%A0%C2%BB%20%281%29.PDF");
		expect(got.headers.get("x-content-type-options")).toBe("nosniff");
		expect(got.headers.get("content-security-policy")).toContain("sandbox");
		expect(got.headers.get("etag")).toBe(`"${document.sha256}"`);
		expect((await colleague.get(`/documents/${key}/content`, { headers: { "if-none-match": `"${document.sha256}"` } })).status).toBe(304);

		const renamed = await advisor.patch<Document>(`/documents/${key}`, { fileName: "Entente 2026.pdf", title: null }, { ifMatch: 1 });
		expect(renamed).toMatchObject({ status: 200, body: { fileName: "Entente 2026.pdf", title: null, version: 2 } });
		expect(await advisor.patch<Problem>(`/documents/${key}`, { fileName: "Entente.html" }, { ifMatch: 2 })).toMatchObject({
			body: { errors: [{ path: "fileName", code: "keep-extension" }] },
		});
		expect((await advisor.patch(`/documents/${key}`, { title: "x" }, { ifMatch: 1 })).status).toBe(412);
		expect((await colleague.patch(`/documents/${key}`, { title: "x" }, { ifMatch: 2 })).status).toBe(403);

		const removal = newId();
		expect((await advisor.delete(`/documents/${key}`, { ifMatch: 2, key: removal })).status).toBe(204);
		expect((await advisor.get(`/documents/${key}/content`)).status).toBe(404);
		expect((await advisor.post(`/batches/${removal}/undo`, undefined)).status).toBe(200);
		expect(await listed(advisor, of)).toMatchObject({ items: [{ id: key, fileName: "Entente 2026.pdf", version: 4, sha256: document.sha256 }] });
		expect((await advisor.get<string>(`/documents/${key}/content`)).body).toBe(got.body);
		// The history of the employer tells its documents, and keeps what they were.
		const { body: history } = await advisor.get<{ items: { entity: string; action: string }[] }>(`/history/employer/${employer}`);
		expect(history.items.filter(({ entity }) => entity === "document").map(({ action }) => action)).toEqual(["created", "removed", "changed", "created"]);
	});

	it("ce que la visite et le dossier portent est à eux, et se lit aussi chez l’employeur ; deux fichiers pareils sont deux documents d’un seul contenu", async () => {
		const { id: employer } = await addEmployer(advisor);
		const [visit, supportCase] = [newId(), newId()];
		const adviserIds = [advisor.person?.id];
		const visited = await advisor.post("/visits", {
			id: visit,
			adviserIds,
			employerIds: [employer],
			status: "draft",
			mode: "onSite",
			occurredOn: "2026-11-20",
			headline: "Rencontre",
		});
		expect(visited.status).toBe(201);
		expect((await advisor.post("/support-cases", { id: supportCase, employerId: employer, advisorId: null, openedOn: "2026-11-20" })).status).toBe(201);
		const made = await Promise.all([
			add(advisor, `visit/${visit}`, "effectif.csv", goodFiles.csv as Uint8Array),
			add(advisor, `supportCase/${supportCase}`, "effectif.csv", goodFiles.csv as Uint8Array),
			add(advisor, `employer/${employer}`, "photo.jpg", goodFiles.jpg as Uint8Array),
		]);
		expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
		expect(new Set(made.map(({ body }) => body.sha256)).size).toBe(2);
		expect(await listed(advisor, `visit/${visit}`)).toMatchObject({ total: 1, items: [{ subject: "visit", visitOn: "2026-11-20" }] });
		expect(await listed(advisor, `supportCase/${supportCase}`)).toMatchObject({ total: 1 });
		const all = await listed(colleague, `employer/${employer}`);
		expect(all).toMatchObject({ total: 3, can: { add: false } });
		expect(all.items.map(({ subject }) => subject).sort()).toEqual(["employer", "supportCase", "visit"]);
		const page = (await advisor.get<Listed>(`/documents/of/employer/${employer}?sort=fileName&limit=2`)).body;
		const rest = (await advisor.get<Listed>(`/documents/of/employer/${employer}?sort=fileName&limit=2&after=${page.next}`)).body;
		expect([...page.items, ...rest.items].map(({ fileName }) => fileName)).toEqual(["effectif.csv", "effectif.csv", "photo.jpg"]);
		expect((await advisor.get<Listed>(`/documents/of/employer/${employer}?filter=kind==csv`)).body.total).toBe(2);
		expect((await manager.delete(`/documents/${made[0]?.body.id}`, { ifMatch: 1 })).status).toBe(204);
		expect((await listed(colleague, `employer/${employer}`)).total).toBe(2);
	});

	it("ce qui ment, ce qui s’exécute, ce qui est vide ou trop lourd est refusé dans ses mots, et rien n’en reste", async () => {
		const { id: employer } = await addEmployer(advisor);
		const of = `employer/${employer}`;
		const refused = async (name: string, content: Uint8Array) => {
			const { status, body } = await add<Problem>(advisor, of, name, content);
			return [status, body.errors?.[0]?.code ?? body.code];
		};
		expect(await refused("photo.png", pdf)).toEqual([400, "file-extension"]);
		expect(await refused("page.txt", new TextEncoder().encode("<html><script>1</script>"))).toEqual([400, "file-program"]);
		expect(await refused("vide.txt", new Uint8Array())).toEqual([400, "file-empty"]);
		expect(await refused("../..", pdf)).toEqual([400, "file-name"]);
		expect(await refused("tourne\u202Efdp.exe", pdf)).toEqual([400, "forbidden-characters"]);
		expect(await refused(`${"a".repeat(250)}.pdf`, pdf)).toEqual([400, "too-long"]);
		expect(await refused("lourd.txt", new Uint8Array(25_000_001).fill(0x61))).toEqual([413, "file-too-large"]);
		expect((await add(advisor, `employer/${newId()}`, "a.pdf", pdf)).status).toBe(404);
		expect((await add(advisor, `partner/${employer}`, "a.pdf", pdf)).status).toBe(400);
		expect((await add(colleague, of, "a.pdf", pdf)).status).toBe(403);
		expect(await listed(advisor, of)).toMatchObject({ total: 0, room: { files: 200, bytes: 500_000_000 } });
	});

	it("un envoi coupé ne laisse rien, et le même envoi repris est reçu", async () => {
		const { id: employer } = await addEmployer(advisor);
		const of = `employer/${employer}`;
		const key = newId();
		await cutUpload(advisor, `/documents/of/${of}?fileName=entente.pdf`, { key, begin: new Uint8Array(1_000_000) });
		expect(await listed(advisor, of)).toMatchObject({ total: 0 });
		expect(await add(advisor, of, "entente.pdf", pdf, { key })).toMatchObject({ status: 201, body: { id: key } });
		// Twice at once, as two tabs would.
		const twin = newId();
		const both = await Promise.all([add(advisor, of, "deux.pdf", pdf, { key: twin }), add(advisor, of, "deux.pdf", pdf, { key: twin })]);
		expect(both.map(({ status }) => status)).toEqual([201, 201]);
		expect(await listed(advisor, of)).toMatchObject({ total: 2 });
	});
});
