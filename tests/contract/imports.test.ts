import { beforeAll, describe, expect, it } from "vitest";
import type { DataImport, ImportRow } from "#contract/imports.ts";
import { as, newId, type Page, type Visitor } from "./support.ts";

type Problem = { code: string; errors?: { path: string; code: string; message: string }[] };
let manager: Visitor;
let advisor: Visitor;
beforeAll(async () => {
	manager = await as("manager");
	advisor = await as("advisor");
});

const bring = (visitor: Visitor, content: string | Uint8Array, { target = "employers", fileName = "liste.csv", key = newId() } = {}) =>
	visitor.send<DataImport & Problem>("POST", `/imports?target=${target}&fileName=${encodeURIComponent(fileName)}`, {
		key,
		rawBody: content,
		headers: { "content-type": "application/octet-stream" },
	});
const working = ["reading", "checking", "applying", "undoing"];
async function settled(visitor: Visitor, id: string): Promise<DataImport> {
	for (;;) {
		const { body } = await visitor.get<DataImport>(`/imports/${id}`);
		if (!working.includes(body.state)) return body;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
const checked = async (visitor: Visitor, content: string | Uint8Array, options = {}) => settled(visitor, (await bring(visitor, content, options)).body.id);
const rowsOf = async (visitor: Visitor, id: string, filter = "") =>
	(await visitor.get<Page<ImportRow>>(`/imports/${id}/rows?limit=500${filter && `&filter=${encodeURIComponent(filter)}`}`)).body.items;

describe("importer une liste", () => {
	it("lit, vérifie, écrit et annule", async () => {
		const name = `Importée ${newId().slice(0, 8)}`;
		const file = `Nom;NEQ;Ville;Employés;Contact;Courriel\n${name};;Saint-Hyacinthe;1 234;Camille Tremblay;camille@${newId().slice(0, 8)}.example\nSans ville;;;;;\n`;
		const ready = await checked(advisor, file);
		expect(ready).toMatchObject({ state: "ready", counts: { total: 2, create: 1, error: 1 }, fault: null });
		const rows = await rowsOf(advisor, ready.id);
		const applying = await advisor.post<DataImport>(`/imports/${ready.id}/apply`, undefined);
		expect([applying.status, applying.body.state]).toEqual([200, "applying"]);
		const applied = await settled(advisor, ready.id);
		expect(applied).toMatchObject({ state: "applied" });
		const employer = await advisor.get(`/employers/${rows[0]?.employerId}`);
		expect(employer.body).toMatchObject({ name, employeeCount: 1234, advisorId: advisor.person?.id });
		await manager.post(`/imports/${ready.id}/undo`, undefined);
		const undone = await settled(advisor, ready.id);
		expect(undone).toMatchObject({ state: "undone", undo: { restored: 1, left: 0 } });
		expect((await advisor.get(`/employers/${rows[0]?.employerId}`)).status).toBe(404);
	});
});
