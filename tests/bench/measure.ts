import { loadavg } from "node:os";

export type Measure = { name: string; p50: number; p95: number; fastest: number; runs: number };

const at = (sorted: number[], ratio: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * ratio))] ?? Number.NaN;
export const median = (times: number[]) =>
	at(
		[...times].sort((a, b) => a - b),
		0.5,
	);

/** Warm: the first runs are thrown away. At most `patience` milliseconds, at least ten runs. */
export async function measure(name: string, work: () => Promise<unknown>, { runs = 80, patience = 6000 } = {}): Promise<Measure> {
	for (let warm = 0; warm < 5; warm += 1) await work();
	const times: number[] = [];
	for (const end = performance.now() + patience; times.length < runs && (times.length < 10 || performance.now() < end); ) {
		const started = performance.now();
		await work();
		times.push(performance.now() - started);
	}
	times.sort((a, b) => a - b);
	return { name, p50: at(times, 0.5), p95: at(times, 0.95), fastest: times[0] ?? Number.NaN, runs: times.length };
}

const cell = (value: number) => value.toFixed(value < 100 ? 1 : 0).padStart(9);

export const printHeader = (title: string) =>
	console.log(`\n${title.padEnd(46)}${"p50 ms".padStart(9)}${"p95 ms".padStart(9)}${"fastest".padStart(9)}${"runs".padStart(7)}`);
export const printMeasure = ({ name, p50, p95, fastest, runs }: Measure) =>
	console.log(`${`  ${name}`.padEnd(46)}${cell(p50)}${cell(p95)}${cell(fastest)}${String(runs).padStart(7)}`);

/** What else this machine is doing: without it a figure says nothing. */
export const loadOfMachine = () =>
	`load ${loadavg()
		.map((load) => load.toFixed(1))
		.join(" ")}`;
