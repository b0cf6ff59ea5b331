import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { readArchiveTables } from "../../src/server/backup/archive.ts";
import { command } from "../durability/support/command.ts";
import { act, checked, rowsOf } from "./imports/bringing.ts";
import { addEmployer, as, newId, type Visitor } from "./support.ts";

let advisor: Visitor;
let manager: Visitor;
beforeAll(async () => {
	[advisor, manager] = await Promise.all([as("advisor"), as("manager")]);
});

/** Every row of every table, as text: a backup holds them all. Answers the tables in which a word is found. */
async function tablesWith(words: string[]): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), "jalon-redaction-"));
	try {
		const { code, failed } = await command(["backup", join(folder, "all.tar")], inject("databaseOf"));
		if (code !== 0) throw new Error(failed);
		const found: string[] = [];
		for await (const { name, batches } of readArchiveTables(join(folder, "all.tar")))
			for await (const lines of batches()) for (const line of lines) for (const word of words) if (String(line).includes(word)) found.push(`${name}: ${word}`);
		return [...new Set(found)];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const fields = ["name", "jobTitle", "phone", "phoneExtension", "email"];
const redact = (entityId: string, of = fields) =>
	manager.post("/redactions", { id: newId(), entity: "contact", entityId, fields: of, reason: "Demande écrite de la personne" });
async function aContact(employerId: string, word: string) {
	const id = newId();
	const body = {
		id,
		employerId,
		name: `Zoé ${word}`,
		jobTitle: `Chef ${word}`,
		phone: "819 555-0187",
		phoneExtension: "7391",
		email: `${word.toLowerCase()}@exemple.test`,
		isPrimary: true,
	};
	const added = await advisor.post<Record<string, unknown>>("/contacts", body);
	expect(added.status).toBe(201);
	return { id, body, added };
}

describe("ce qui est caviardé n’est plus nulle part", () => {
	// The rows are read through a backup, once for both people: it takes a moment.
	it.skipIf(inject("targetKind") === "url")(
		"ni dans une table, ni dans le passé, ni dans une réponse gardée, ni dans un rapport qui nommait la personne, même retirée entre-temps",
		async () => {
			const [word, gone, brought] = ["Quintefeuille", "Millepertuis", "Houppelande"];
			const employer = await addEmployer(advisor);
			const contact = await aContact(employer.id, word);
			const renamed = await advisor.patch<{ version: number }>(
				`/contacts/${contact.id}`,
				{ name: `Zoé ${word}-Roy`, email: `z.${word.toLowerCase()}@exemple.test` },
				{ ifMatch: 1 },
			);
			const referral = (contactName: string) => ({ id: newId(), service: "Francisation", contactName, consentObtained: true });
			const visit = {
				id: newId(),
				status: "draft",
				mode: "onSite",
				occurredOn: "2026-01-15",
				headline: "Visite",
				employerIds: [employer.id],
				adviserIds: [advisor.person?.id],
			};
			const logged = await advisor.post<{ version: number }>("/visits", { ...visit, report: { referrals: [referral(`ZOE ${word}`)] } });
			const report = { referrals: [referral(`Zoé ${word}-Roy`), referral("Ginette Autre")] };
			await advisor.patch(`/visits/${visit.id}`, { report }, { ifMatch: logged.body.version });
			// A namesake of another employer is somebody else.
			const elsewhere = await addEmployer(advisor);
			const namesake = { ...visit, id: newId(), employerIds: [elsewhere.id], report: { referrals: [referral("Zoe quintefeuille")] } };
			expect((await advisor.post("/visits", namesake)).status).toBe(201);
			// Somebody added by mistake, and taken back at once.
			const removed = await aContact((await addEmployer(advisor)).id, gone);
			const undo = newId();
			expect((await advisor.post(`/batches/${removed.id}/undo`, undefined, { key: undo })).status).toBe(200);

			// Somebody brought by a spreadsheet: the file goes too, with its rows and what its columns showed.
			const list = `Nom;Municipalité;Personne à joindre;Courriel\nAtelier du Registre;Chambly;Zoé ${brought};zoe@registre-chambly.example\n`;
			const imported = await act(advisor, (await checked(advisor, list)).id, "apply");
			const [row] = (await rowsOf(advisor, imported.id)).items;
			const { contacts } = (await advisor.get<{ contacts: { id: string; name: string }[] }>(`/employers/${row?.employerId}`)).body;
			expect(contacts.map(({ name }) => name)).toEqual([`Zoé ${brought}`]);
			expect((await redact(contacts[0]?.id ?? "")).status).toBe(201);
			expect((await rowsOf(advisor, imported.id)).total).toBe(0);

			expect([renamed.status, (await redact(contact.id)).status, (await redact(removed.id)).status, (await redact(newId())).status]).toEqual([
				200, 201, 201, 404,
			]);
			// The undoing is undone: what comes back has forgotten too.
			expect((await advisor.post(`/batches/${undo}/undo`, undefined)).status).toBe(200);
			const words = [word, word.toUpperCase(), `${word.toLowerCase()}@`, gone, gone.toLowerCase(), brought, "8195550187", "819 555-0187", '"7391"'];
			const kept = ["Zoe quintefeuille", "Ginette Autre"];
			const found = await tablesWith([...words, ...kept]);
			expect(found).toEqual(expect.arrayContaining(kept.map((name) => `visit: ${name}`)));
			expect(found.filter((one) => !kept.some((name) => one.endsWith(name)))).toEqual([]);

			// A retry that arrives after the redaction is answered, without what is forgotten.
			const again = await advisor.post<Record<string, unknown>>("/contacts", contact.body);
			expect([again.status, again.body]).toEqual([
				201,
				{ ...contact.added.body, name: "[caviardé]", jobTitle: null, phone: null, phoneExtension: null, email: null },
			]);
		},
		120_000,
	);
});
