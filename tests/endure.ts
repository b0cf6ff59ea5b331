/**
 * `npm run endure`: the suites that run on demand (tests/run.ts), then the long form of the durability tests, on the
 * combination as shipped. `-- 50 20` says how many kill -9 and how many power cuts; 50 and 20 are the default.
 */

import { cutPower, killRepeatedly } from "./durability/support/rounds.ts";
import { run } from "./support/vitest-run.ts";

process.chdir(new URL("..", import.meta.url).pathname);
const [kills = 50, cuts = 20] = process.argv.slice(2).map(Number);
let hasLost = false;
for (const suite of ["faults", "contract-rest", "browser-rest"]) hasLost = (await run(process.execPath, ["tests/run.ts", suite])) !== 0 || hasLost;
const say = (title: string, acknowledged: number, lost: string[]) => {
	console.log(`${title}: ${acknowledged} writes acknowledged, ${lost.length} lost`);
	for (const line of lost.slice(0, 20)) console.log(`  ${line}`);
	hasLost ||= lost.length > 0;
};

if (kills > 0) {
	const { acknowledged, lost, restarts } = await killRepeatedly(kills);
	const sorted = [...restarts].sort((a, b) => a - b);
	say(`kill -9 × ${kills}`, acknowledged, lost);
	console.log(`  writing again after: median ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms, longest ${Math.round(sorted.at(-1) ?? 0)} ms`);
}
if (cuts > 0) {
	const { rounds, acknowledged, lost, unopenable } = await cutPower(cuts, ["none", "some"]);
	say(`power cut × ${rounds}`, acknowledged, lost);
	if (unopenable > 0) console.log("  the folder could not be opened again");
}
process.exit(hasLost ? 1 : 0);
