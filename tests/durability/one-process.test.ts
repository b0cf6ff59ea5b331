import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { copyData } from "../support/prepared-folders.ts";
import { freePort } from "../support/processes.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { Office } from "./support/office.ts";
import { scratch } from "./support/rounds.ts";

let server: RunningServer;
beforeAll(async () => {
	const data = join(scratch("one-process"), "data");
	copyData(inject("prepared"), data);
	server = await startServer({ dataDir: data });
});
afterAll(() => server?.stop());

test("Un second Jalon sur le même dossier est refusé en une phrase, et le premier n’en souffre pas", async () => {
	const office = await new Office(server.url).signIn();
	const second = spawnSync(process.execPath, ["src/server/main.ts"], {
		env: { ...process.env, PORT: String(await freePort()), HOST: "127.0.0.1", DATA_DIR: server.dataDir, JALON_DEMO: "1", DATABASE_URL: "" },
		encoding: "utf8",
		timeout: 60_000,
	});
	expect({ status: second.status, said: second.stderr.trim() }).toEqual({
		status: 1,
		said: `Another Jalon already uses the folder ${server.dataDir}. Stop it first, or give this one another DATA_DIR.`,
	});
	const id = crypto.randomUUID();
	expect((await office.add(id)).status).toBe(201);
	expect(await office.missing([id])).toEqual([]);
});
