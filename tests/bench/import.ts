import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type DataImport, workingImportStates } from "#contract/imports.ts";
import { childOf, pause } from "../durability/support/office.ts";
import { csvOf, tableOf, workbookOf } from "../support/import-files.ts";
import { loadOfMachine } from "./measure.ts";
import { withOffice } from "./office.ts";

const memoryOf = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;

/** Milliseconds between what each of the others asks: a busy office, not one that does nothing else. */
const breath = 25;

/** A file brought, checked, applied and undone, while others read a list and write a record all the time: rows a second, memory above idle, their longest wait. */
export async function measureImports(kind: "embedded" | "postgres", sizes: readonly number[], formats: readonly ("csv" | "xlsx")[] = ["csv", "xlsx"]) {
	console.log(`\nimport-${kind}: rows/s, the longest wait of another request meanwhile, memory above idle`);
	// Each format in an office of its own: what the former left in the engine is not this one's.
	for (const format of formats) await measureFormat(kind, format, sizes);
	console.log(`  ${loadOfMachine()}`);
}

const measureFormat = (kind: "embedded" | "postgres", format: "csv" | "xlsx", sizes: readonly number[]) =>
	withOffice(kind, async ({ server, api, manager, employers, writerOf }) => {
		// With PostgreSQL there is no parent: the process is the server.
		const pid = kind === "embedded" ? childOf(server.pid) : server.pid;
		const write = await writerOf((await employers(1))[0] ?? "");
		const headers = { cookie: manager.cookie };
		const read = async () => void (await (await fetch(`${api}/employers?limit=50`, { headers })).text());
		// The first import also brings its code and fills the engine's cache, as it does once in the life of a process: it is shown apart.
		const measured = [{ size: 5_000, isFirst: true }, ...sizes.map((size) => ({ size, isFirst: false }))];
		for (const { size, isFirst } of measured) {
			const table = tableOf(size, `Mesure ${format} ${size} ${isFirst}`).map((row, index) => (index === 0 ? row : row.with(1, "")));
			const file = format === "csv" ? new TextEncoder().encode(csvOf(table)) : workbookOf(table);
			for (let warm = 0; warm < 20; warm += 1) await Promise.all([read(), write()]);
			await pause(500);
			const idle = memoryOf(pid);
			const stages = new Map<string, { began: number; took: number; reads: number[]; peak: number }>();
			let stage = "upload";
			let isOver = false;
			const ask = async (what: () => Promise<void>) => {
				while (!isOver) {
					const began = performance.now();
					const during = stage;
					await what();
					const known = stages.get(during);
					if (known) {
						known.reads.push(performance.now() - began);
						known.peak = Math.max(known.peak, memoryOf(pid));
					}
					await pause(breath);
				}
			};
			const others = Promise.all([ask(read), ask(write)]);
			const within = async (name: string, work: () => Promise<void>) => {
				stage = name;
				const one = { began: performance.now(), took: 0, reads: [] as number[], peak: idle };
				stages.set(name, one);
				await work();
				one.took = performance.now() - one.began;
			};
			const id = randomUUID();
			const follow = async (until: string) => {
				for (;;) {
					const { state, fault } = (await (await fetch(`${api}/imports/${id}`, { headers })).json()) as DataImport;
					if (state === until || !workingImportStates.includes(state)) {
						if (fault) throw new Error(fault.message);
						return;
					}
					await pause(25);
				}
			};
			const post = (end: string) => fetch(`${api}/imports/${id}/${end}`, { method: "POST", headers: { ...headers, "idempotency-key": randomUUID() } });
			await within("upload", async () => {
				const response = await fetch(`${api}/imports?target=employers&fileName=mesure.${format}`, {
					method: "POST",
					headers: { ...headers, "content-type": "application/octet-stream", "idempotency-key": id },
					body: file,
				});
				if (response.status !== 201) throw new Error(await response.text());
			});
			await within("read", () => follow("checking"));
			await within("check", () => follow("ready"));
			await within("apply", async () => {
				await post("apply");
				await follow("applied");
			});
			// Taken back a piece at a time, whatever brought it: once is enough of the large one.
			if (size <= 5_000 || format === "csv")
				await within("undo", async () => {
					await post("undo");
					await follow("undone");
				});
			isOver = true;
			await others;
			const said = [...stages].map(
				([name, { took, reads, peak }]) =>
					`${name} ${(took / 1000).toFixed(1)} s (${name === "upload" ? "" : `${Math.round(size / (took / 1000))} rows/s, `}${Math.round(Math.max(0, ...reads))} ms, +${Math.round(peak - idle)} MB)`,
			);
			const peak = Math.max(...[...stages.values()].map((stage) => stage.peak));
			console.log(
				`  ${isFirst ? "first, " : ""}${format} ${size} (${(file.byteLength / 1e6).toFixed(1)} MB): ${said.join(", ")}; memory +${Math.round(peak - idle)} MB (idle ${Math.round(idle)} MB)`,
			);
		}
	});
