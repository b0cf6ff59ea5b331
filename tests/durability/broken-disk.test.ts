import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { copyData } from "../support/prepared-folders.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { childOf, Office, pause } from "./support/office.ts";
import { scratch } from "./support/rounds.ts";

const folder = scratch("broken");
const [data, sign] = [join(folder, "data"), join(folder, "sign")];
let server: RunningServer | undefined;
afterAll(() => server?.stop());

test("Quand le moteur de la base renonce, personne n’attend pour rien, Jalon redémarre seul et la même demande aboutit une fois", async () => {
	copyData(inject("prepared"), data);
	const layer = `--import=${join(import.meta.dirname, "support/full-disk.ts")}`;
	server = await startServer({ dataDir: data, env: { JALON_DISK_BREAKS_WHEN: sign, NODE_OPTIONS: layer } });
	const office = await new Office(server.url).signIn();
	const child = childOf(server.pid);
	writeFileSync(sign, "");
	const id = crypto.randomUUID();
	const { status, body } = await office.add(id);
	expect(status).toBe(503);
	expect(body).toMatchObject({ code: "unavailable", title: expect.stringContaining("La base de données redémarre") });
	rmSync(sign);
	let again = 0;
	const since = performance.now();
	while (again !== 201 && performance.now() - since < 60_000) {
		again = await office.add(id).then(
			(answer) => answer.status,
			() => 0,
		);
		if (again !== 201) await pause(100);
	}
	expect(again).toBe(201);
	expect(childOf(server.pid)).not.toBe(child);
	expect((await office.ask("GET", `/employers?limit=5&q=${encodeURIComponent(`Atelier ${id}`)}`)).body.total).toBe(1);
});
