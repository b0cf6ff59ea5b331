import { loadDemonstration } from "../../src/server/demo.ts";
import { dayOfMeasure } from "../speed/day.ts";
import { openHome } from "../speed/home.ts";
import { measure, printHeader, printMeasure } from "./measure.ts";

/** An everyday title, two letters, two words, words misspelled, nothing, a code. */
const questions = ["soudeuse", "so", "soudeuse mine", "mecanicenne ferm", "xqzzw", "72106", ""];

/** As many everyday titles as the whole CNP has in its two languages: what the API takes to find one. */
export async function measureOccupations(titles: number) {
	const home = await openHome("embedded", (opened) => loadDemonstration(opened, dayOfMeasure));
	await home.opened.query(`insert into occupation (code, label_fr, label_en)
		select code, 'Groupe de base ' || code, 'Unit group ' || code from (select to_char(10000 + i * 101, 'FM00000') as code from generate_series(1, 800) i) made
		where substr(code, 2, 1) <= '5' on conflict do nothing`);
	await home.opened.query(
		`insert into occupation_title (occupation_code, language, title)
		select codes[1 + i % cardinality(codes)], case when i % 2 = 0 then 'fr' else 'en' end,
			(array['soudeur/soudeuse', 'opérateur/opératrice', 'mécanicien/mécanicienne', 'manœuvre', 'assembleur/assembleuse', 'conducteur/conductrice', 'commis'])[1 + i % 7]
			|| ' - ' || md5((i / 7)::text) || ' ' || (array['usine', 'atelier', 'mine', 'ferme', 'serre', 'abattoir'])[1 + (i / 10) % 6] || ' ' || i
		from generate_series(1, $1::int) i, (select array(select code from occupation order by code) as codes) c`,
		[titles],
	);
	await home.opened.query("analyze occupation, occupation_title");
	await home.signIn("advisor");
	printHeader(`occupations: the search of the API, embedded, ${titles} everyday titles`);
	for (const q of questions) printMeasure(await measure(q || "nothing", () => home.ask(`/occupations?q=${encodeURIComponent(q)}`)));
	await home.close();
}
