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

/** A file brought to an office, until it is ready to be applied; `until` asks again while the server is away. */
async function bring(server: { url: string }, office: Office, { target, file }: { target: string; file: string }) {
	const id = randomUUID();
	const response = await fetch(`${server.url}/api/imports?target=${target}&fileName=chute.csv`, {
		method: "POST",
		headers: { cookie: office.cookie, "content-type": "application/octet-stream", "idempotency-key": id },
		body: file,
	});
	expect(response.status).toBe(201);
	const until = async (is: (found: DataImport) => boolean) => {
		for (;;) {
			const { status, body } = await office.ask("GET", `/imports/${id}`).catch(() => ({ status: 0, body: {} }));
			if (status === 200 && is(body as DataImport)) return body as DataImport;
			await pause(20);
		}
	};
	return { id, until, ready: await until(({ state }) => state === "ready") };
}

/** Killed once more rows than these are written; answers what the import says after the restart. */
async function killOnTheWay(server: { pid: number }, office: Office, { id, until }: Awaited<ReturnType<typeof bring>>, written: number) {
	await office.ask("POST", `/imports/${id}/apply`);
	await until(({ progress }) => (progress?.done ?? 0) > written);
	process.kill(childOf(server.pid), "SIGKILL");
	return until(({ state }) => state === "failed");
}

/** An office of the demonstration in a folder of its own. */
async function inOffice(name: string, work: (server: Awaited<ReturnType<typeof startServer>>, office: Office) => Promise<void>) {
	const data = join(scratch(name), "data");
	copyData(inject("prepared"), data);
	const server = await startServer({ dataDir: data });
	try {
		await work(server, await new Office(server.url).signIn());
	} finally {
		await server.stop();
	}
}

test("D’un serveur tué pendant qu’il importe, rien de l’importation ne reste au redémarrage, et elle le dit", () =>
	inOffice("import-kill", async (server, office) => {
		const list = async () => (await office.ask("GET", "/employers?limit=500&sort=name")).body as Listed;
		const before = await list();
		const known = before.items.filter(({ neq }) => neq !== null).slice(0, 20);
		// Some that are there and would change, then more than can be written before the fall.
		const changed = known.map(({ neq, name }) => headings.map((heading) => ({ Employeur: name, NEQ: neq, "Nb employés": "987654" })[heading] ?? ""));
		const [header, ...added] = tableOf(250, "Tombée en route");
		const file = csvOf([header ?? [], ...changed, ...added.map((row) => row.with(1, ""))]);
		const brought = await bring(server, office, { target: "employers", file });
		expect(brought.ready.counts).toMatchObject({ create: 250, update: known.length, error: 0 });

		const after = await killOnTheWay(server, office, brought, 40);
		expect(after.fault).toMatchObject({ code: "import-interrupted", message: "L’importation a été interrompue\u00A0: rien n’en a été gardé." });
		expect(after.undo?.restored).toBeGreaterThan(40);
		expect(after.undo?.left).toBe(0);
		const left = await list();
		expect(left.total).toBe(before.total);
		const plain = ({ items }: Listed) => items.map(({ version, ...employer }) => employer);
		expect(plain(left)).toEqual(plain(before));
	}));

test("D’un serveur tué pendant qu’il apporte la CNP, aucun groupe ni aucune appellation ne reste au redémarrage", () =>
	inOffice("occupation-kill", async (server, office) => {
		const find = async (q: string) =>
			(await office.ask("GET", `/occupations?q=${encodeURIComponent(q)}`)).body as { items: { code: string; labelFr: string; title: string | null }[] };
		const before = await find("72106");
		const titled = (at: number) => ["5", "72106", "Soudeurs, titre de la chute", "Tous les exemples", `essayeur de soudures numéro ${at}`];
		const file = csvOf([
			["Niveau", "Code de la CNP v1.0", "Titres de classes", "Nom du type d’élément Français", "Description d’élément Français"],
			...Array.from({ length: 6_000 }, (_, at) => titled(at)),
		]);
		const brought = await bring(server, office, { target: "occupations", file });
		expect(brought.ready.counts).toMatchObject({ create: 6_000, error: 0 });

		const after = await killOnTheWay(server, office, brought, 40);
		expect(after.fault).toMatchObject({ code: "import-interrupted" });
		expect(after.undo).toMatchObject({ left: 0 });
		expect((await find("essayeur de soudures")).items.filter(({ title }) => title?.startsWith("essayeur"))).toEqual([]);
		expect(await find("72106")).toEqual(before);
		// Nothing is in the way of bringing it again.
		expect((await bring(server, office, { target: "occupations", file })).ready.counts).toMatchObject({ create: 6_000, error: 0 });
	}));
