import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import type { DataImport } from "#contract/imports.ts";
import { csvOf, headings, tableOf } from "../support/import-files.ts";
import { copyData } from "../support/prepared-folders.ts";
import { startServer } from "../support/server.ts";
import { childOf, Office, pause } from "./support/office.ts";
import { scratch } from "./support/rounds.ts";

type Listed = {
	items: { id: string; name: string; neq: string | null; municipalityName: string | null; employeeCount: number | null; version: number }[];
	total: number;
};

test("D’un serveur tué pendant qu’il importe, rien de l’importation ne reste au redémarrage, et elle le dit", async () => {
	const data = join(scratch("import-kill"), "data");
	copyData(inject("prepared"), data);
	const server = await startServer({ dataDir: data });
	try {
		const office = await new Office(server.url).signIn();
		const list = async () => (await office.ask("GET", "/employers?limit=500&sort=name")).body as Listed;
		const before = await list();
		const known = before.items.filter(({ neq }) => neq !== null).slice(0, 20);
		// Some that are there and would change, then more than can be written before the fall.
		const changed = known.map(({ neq, name }) => headings.map((heading) => ({ Employeur: name, NEQ: neq, "Nb employés": "987654" })[heading] ?? ""));
		const [header, ...added] = tableOf(250, "Tombée en route");
		const id = randomUUID();
		const response = await fetch(`${server.url}/api/imports?target=employers&fileName=chute.csv`, {
			method: "POST",
			headers: { cookie: office.cookie, "content-type": "application/octet-stream", "idempotency-key": id },
			body: csvOf([header ?? [], ...changed, ...added.map((row) => row.with(1, ""))]),
		});
		expect(response.status).toBe(201);
		const until = async (is: (found: DataImport) => boolean) => {
			for (;;) {
				const { status, body } = await office.ask("GET", `/imports/${id}`).catch(() => ({ status: 0, body: {} }));
				if (status === 200 && is(body as DataImport)) return body as DataImport;
				await pause(20);
			}
		};
		expect((await until(({ state }) => state === "ready")).counts).toMatchObject({ create: 250, update: known.length, error: 0 });
		await office.ask("POST", `/imports/${id}/apply`);
		await until(({ progress }) => (progress?.done ?? 0) > 40);
		process.kill(childOf(server.pid), "SIGKILL");

		const after = await until(({ state }) => state === "failed");
		expect(after.fault).toMatchObject({ code: "import-interrupted", message: "L’importation a été interrompue\u00A0: rien n’en a été gardé." });
		expect(after.undo?.restored).toBeGreaterThan(40);
		expect(after.undo?.left).toBe(0);
		const left = await list();
		expect(left.total).toBe(before.total);
		const plain = ({ items }: Listed) => items.map(({ version, ...employer }) => employer);
		expect(plain(left)).toEqual(plain(before));
	} finally {
		await server.stop();
	}
});
