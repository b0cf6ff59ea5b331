import type { Home } from "../speed/home.ts";
import { questions } from "../speed/requests.ts";
import { measure, printHeader, printMeasure } from "./measure.ts";

const each = (change: "enable" | "disable") => `
	do $$ declare t record; begin
		for t in select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid where c.relnamespace = 'public'::regnamespace group by 1 loop
			execute format('alter table %I ${change} row level security', t.relname);
		end loop;
	end $$`;

const lists = [
	"employers by name",
	"employers, search of two words",
	"employers by posts",
	"board",
	"cases, all",
	"needs, all",
	"visits, all",
	"follow-ups, all",
	"tool uses, all",
];

/** What the policies cost a list: the same requests with row security, and with it put to sleep. On a database that is thrown away. */
export async function measureRowSecurity(title: string, home: Home) {
	await home.signIn("manager");
	const asked = await questions(home);
	printHeader(`${title}: row security`);
	const ratios: string[] = [];
	for (const name of lists) {
		const path = asked[name];
		if (!path) throw new Error(`Nothing is asked under ${name}`);
		const run = (words: string) => measure(`${name}, ${words}`, () => home.ask(path), { patience: 3000 });
		const withIt = await run("with");
		await home.opened.query(each("disable"));
		const without = await run("without");
		await home.opened.query(each("enable"));
		printMeasure(withIt);
		printMeasure(without);
		ratios.push(`${name} × ${(withIt.p50 / without.p50).toFixed(2)}`);
	}
	console.log(`  ${ratios.join(" · ")}`);
}
