import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import type { ImportRow } from "#contract/import-rows.ts";
import type { DataImport } from "#contract/imports.ts";
import { csvOf } from "../support/import-files.ts";
import { copyData } from "../support/prepared-folders.ts";
import { startServer } from "../support/server.ts";
import { childOf, Office, pause } from "./support/office.ts";
import { scratch } from "./support/rounds.ts";

test("D’un extrait déjà appliqué, une seconde application tuée ou arrêtée ne reprend qu’elle-même : ses lignes attendent, puis tout s’annule ensemble", {
	timeout: 240_000,
}, async () => {
	const data = join(scratch("import-second-run"), "data");
	copyData(inject("prepared"), data);
	const server = await startServer({ dataDir: data });
	try {
		const office = await new Office(server.url).signIn();
		const employers = (await office.ask("GET", "/employers?limit=500&sort=name")).body.items as { id: string; neq: string | null; name: string }[];
		const [first, ...others] = employers.filter(({ neq }) => neq !== null).slice(0, 161);
		const day = ((await office.ask("GET", "/reference")).body.today as string).replace(/-..$/, "-01");
		const counted = async () => {
			const { body } = await office.ask("GET", `/tool-uses?limit=500&filter=${encodeURIComponent(`occurredOn==${day};event==search;source==extract`)}`);
			return (body.items as { employerId: string; quantity: number }[]).filter(({ quantity }) => quantity > 9000).map(({ employerId }) => employerId);
		};
		const unknown = others.map((_, index) => ["", `Raison sociale jamais vue ${index}`, String(9100 + index), day]);
		const id = randomUUID();
		const content = csvOf([["NEQ", "Entreprise", "Recherches", "Date de l’extrait"], [first?.neq ?? "", "", "9001", day], ...unknown]);
		await fetch(`${server.url}/api/imports?target=portalExtract&fileName=extrait.csv`, {
			method: "POST",
			headers: { cookie: office.cookie, "content-type": "application/octet-stream", "idempotency-key": id },
			body: content,
		});
		const until = async (is: (found: DataImport) => boolean) => {
			for (;;) {
				const { status, body } = await office.ask("GET", `/imports/${id}`).catch(() => ({ status: 0, body: {} }));
				if (status === 200 && is(body as DataImport)) return body as DataImport;
				await pause(5);
			}
		};
		const isApplied = ({ state }: DataImport) => state === "applied";
		await until(({ state }) => state === "ready");
		await office.ask("POST", `/imports/${id}/apply`);
		const once = await until(isApplied);
		const rows = (await office.ask("GET", `/imports/${id}/rows?limit=500&sort=rowNumber`)).body.items as ImportRow[];
		for (const [index, { id: employerId }] of others.entries())
			await office.ask("POST", `/imports/${id}/choices`, { rows: [rows[index + 1]?.id], choice: "update", employerId } as { id?: string });
		expect(await until(isApplied)).toMatchObject({ pending: others.length, appliedAt: once.appliedAt });

		await office.ask("POST", `/imports/${id}/apply`);
		await until(({ progress }) => (progress?.done ?? 0) > 10);
		process.kill(childOf(server.pid), "SIGKILL");
		const fallen = await until(isApplied);
		expect(fallen).toMatchObject({ pending: others.length, fault: { code: "import-run-taken-back" }, undo: null, can: { apply: true, undo: true } });
		expect(await counted()).toEqual([first?.id]);

		await office.ask("POST", `/imports/${id}/apply`);
		await until(({ progress }) => (progress?.done ?? 0) > 10);
		expect((await office.ask("POST", `/imports/${id}/cancel`)).status).toBe(200);
		expect(await until(isApplied)).toMatchObject({ pending: others.length, fault: null });
		expect(await counted()).toEqual([first?.id]);

		await office.ask("POST", `/imports/${id}/apply`);
		expect(await until(isApplied)).toMatchObject({ pending: 0, counts: { update: others.length + 1, error: 0 } });
		expect(await counted()).toHaveLength(others.length + 1);
		await office.ask("POST", `/imports/${id}/undo`);
		expect(await until(({ state }) => state === "undone")).toMatchObject({ undo: { restored: others.length + 1, left: 0 } });
		expect(await counted()).toEqual([]);
	} finally {
		await server.stop();
	}
});
