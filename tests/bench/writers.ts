import { loadOfMachine, median } from "./measure.ts";
import { withOffice } from "./office.ts";

/** As many people as asked, each changing an employer of their own again and again, over HTTP, for so many seconds. */
export const measureWriters = (kind: "embedded" | "postgres", counts: readonly number[], seconds = 8) =>
	withOffice(kind, async ({ employers, writerOf }) => {
		console.log(`\nwriters-${kind}: each changes an employer of their own`);
		for (const count of counts) {
			const writers = await Promise.all((await employers(count)).map(writerOf));
			const times: number[] = [];
			const until = performance.now() + seconds * 1000;
			const goOn = async (write: () => Promise<void>) => {
				while (performance.now() < until) {
					const started = performance.now();
					await write();
					times.push(performance.now() - started);
				}
			};
			await Promise.all(writers.map(goOn));
			const late = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
			console.log(
				`  ${String(count).padStart(3)} at once: ${(times.length / seconds).toFixed(0).padStart(5)} writes/s, p50 ${median(times).toFixed(1)} ms, p95 ${late.toFixed(1)} ms`,
			);
		}
		console.log(`  ${loadOfMachine()}`);
	});
