import { afterAll, expect, inject, test } from "vitest";
import { copyData } from "../support/prepared-folders.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { childOf, Office, pause } from "./support/office.ts";
import { smallDisk } from "./support/small-disk.ts";

const disk = smallDisk();
let server: RunningServer | undefined;
afterAll(async () => {
	disk.empty();
	await server?.stop();
	disk.remove();
});

const readable = async (office: Office) => (await office.ask("GET", "/employers?limit=1")).status;

test("Sur un disque plein on lit, rien ne s’enregistre, c’est dit en toutes lettres, et l’on écrit de nouveau dès qu’il y a de la place", async () => {
	console.log(`disk: ${disk.kind}`);
	copyData(inject("prepared"), disk.folder);
	server = await startServer({ dataDir: disk.folder, env: disk.env });
	const office = await new Office(server.url).signIn();
	const first = crypto.randomUUID();
	expect((await office.add(first)).status).toBe(201);

	disk.fill();
	const refused = crypto.randomUUID();
	const answer = await office.add(refused);
	expect(answer.status).toBe(503);
	expect(answer.body).toMatchObject({ code: "unavailable", title: expect.stringContaining("Le disque du serveur est plein") });
	expect(await readable(office)).toBe(200);
	expect(await office.missing([first])).toEqual([]);

	// Even a server that falls comes back on a full disk.
	const child = childOf(server.pid);
	process.kill(child, "SIGKILL");
	for (let tries = 0; tries < 600; tries++) {
		await pause(100);
		if ((await readable(office).catch(() => 0)) === 200) break;
	}
	expect(childOf(server.pid)).not.toBe(child);
	expect(await office.missing([first])).toEqual([]);
	expect((await office.add(refused)).status).toBe(503);

	disk.empty();
	const room = performance.now();
	let status = 0;
	while (status !== 201 && performance.now() - room < 10_000) {
		status = (await office.add(refused)).status;
		if (status !== 201) await pause(100);
	}
	expect(status).toBe(201);
	expect(await office.missing([first, refused])).toEqual([]);
});
