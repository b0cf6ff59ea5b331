import type { OpenDatabase } from "../../src/server/database.ts";
import { type Measure, measure, printHeader, printMeasure } from "./measure.ts";

const begin = "perform journal_begin(null, null, gen_random_uuid(), clock_timestamp());";
const add = (count: number) =>
	`insert into partner (id, region_code, name, type) select gen_random_uuid(), '16', 'Mesure ' || n, 'bench' from generate_series(1, ${count}) n;`;
const change = (count: number) => `update partner set name = name || '.' where id in (select id from partner where type = 'bench' limit ${count});`;

/** Each a transaction of one statement, on a table that nothing else follows: with the journal, and with its triggers put to sleep. */
const writes: Record<string, string> = {
	"add 1": add(1),
	"change 1": change(1),
	"add 1,000 at once": add(1000),
	"change 1,000 at once": change(1000),
};

/** What the journal costs a write and a bulk statement. On a database that is thrown away. */
export async function measureJournal(title: string, { query }: OpenDatabase) {
	printHeader(`${title}: the journal`);
	const run = (name: string, statements: string) => measure(name, () => query(`do $$ begin ${statements} end $$`), { runs: 60, patience: 4000 });
	const ratios: string[] = [];
	await query(`do $$ begin ${begin} ${add(5000)} end $$`);
	for (const [name, statement] of Object.entries(writes)) {
		const withIt: Measure = await run(`${name}, journaled`, begin + statement);
		await query("alter table partner disable trigger user");
		const without = await run(`${name}, not journaled`, statement);
		await query("alter table partner enable trigger user");
		printMeasure(withIt);
		printMeasure(without);
		ratios.push(`${name} × ${(withIt.p50 / without.p50).toFixed(2)}`);
	}
	console.log(`  ${ratios.join(" · ")}`);
}
