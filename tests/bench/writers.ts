import { randomUUID } from "node:crypto";
import { createDatabase, dropDatabase } from "../support/postgres.ts";
import { startServer } from "../support/server.ts";
import { loadOfMachine, median } from "./measure.ts";

type Person = { id: string; role: string };
type Written = { version: number };

/** As many people as asked, each changing an employer of their own again and again, over HTTP, for so many seconds. */
export async function measureWriters(kind: "embedded" | "postgres", counts: readonly number[], seconds = 8) {
	const databaseUrl = kind === "postgres" ? await createDatabase() : undefined;
	const server = await startServer(databaseUrl ? { databaseUrl } : {});
	const api = `${server.url}/api`;
	try {
		const { items: people } = (await (await fetch(`${api}/session/people`)).json()) as { items: Person[] };
		const opened = await fetch(`${api}/session`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ personId: people.find(({ role }) => role === "manager")?.id }),
		});
		const headers = { "content-type": "application/json", cookie: opened.headers.get("set-cookie")?.split(";")[0] ?? "" };
		const { items } = (await (await fetch(`${api}/employers?limit=100`, { headers })).json()) as { items: { id: string }[] };
		console.log(`\nwriters-${kind}: each changes an employer of their own`);
		for (const count of counts) {
			const times: number[] = [];
			const until = performance.now() + seconds * 1000;
			const write = async (id: string) => {
				let { version } = (await (await fetch(`${api}/employers/${id}`, { headers })).json()) as Written;
				while (performance.now() < until) {
					const started = performance.now();
					const response = await fetch(`${api}/employers/${id}`, {
						method: "PATCH",
						headers: { ...headers, "if-match": `"${version}"`, "idempotency-key": randomUUID() },
						body: JSON.stringify({ activity: `Mesure ${version}` }),
					});
					if (!response.ok) throw new Error(`A write answered ${response.status}: ${await response.text()}`);
					({ version } = (await response.json()) as Written);
					times.push(performance.now() - started);
				}
			};
			await Promise.all(items.slice(0, count).map(({ id }) => write(id)));
			const sorted = times.sort((a, b) => a - b);
			const late = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
			console.log(
				`  ${String(count).padStart(3)} at once: ${(times.length / seconds).toFixed(0).padStart(5)} writes/s, p50 ${median(times).toFixed(1)} ms, p95 ${late.toFixed(1)} ms`,
			);
		}
		console.log(`  ${loadOfMachine()}`);
	} finally {
		await server.stop();
		if (databaseUrl) await dropDatabase(databaseUrl);
	}
}
