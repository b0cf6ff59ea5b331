import { type Kysely, sql } from "kysely";
import { fold } from "#contract/fold.ts";
import { singular } from "#contract/occupation-search.ts";
import type { CatalogueOccupation } from "#contract/reference.ts";
import { escapeLike } from "../list.ts";
import type { Tables } from "../sql/tables.ts";

/** The shortest ones say it most exactly: enough for twenty to be the best of them. */
const mostTitles = 1500;

/**
 * The occupations among which what was typed is looked for, with those of their everyday titles that may say it: of the 60,000 titles of the whole CNP, the index gives
 * those that have its words, and, when none has, those that look like them. The rule of occupation-search.ts orders them.
 */
export async function readFound(db: Kysely<Tables>, typed: string): Promise<CatalogueOccupation[]> {
	const phrase = fold(typed);
	if (phrase === "") return readOccupations(db, sql`true`, sql`false`, 20);
	if (/^[0-9]{1,5}$/.test(phrase)) {
		const beginning = `${phrase}%`;
		return readOccupations(
			db,
			sql`o.code like ${beginning} or exists (select from occupation_former f where f.occupation_code = o.code and f.former_code like ${beginning})`,
			sql`false`,
		);
	}
	const words = phrase.split(" ").map(singular);
	const all = (text: ReturnType<typeof sql>) => sql`${text} like all(${words.map((word) => `%${escapeLike(word)}%`)}::text[])`;
	// One letter says which groups, not which of so many titles.
	const exact = await readOccupations(db, all(sql`o.search`), phrase.length < 2 ? sql`false` : all(sql`t.search`));
	if (exact.length > 0) return exact;
	// « souduer » and « soudeur » share half of their groups of three letters.
	await sql`select set_config('pg_trgm.word_similarity_threshold', '0.4', true)`.execute(db);
	const near = (text: ReturnType<typeof sql>) =>
		sql.join(
			words.map((word) => sql`${word} <% ${text}`),
			sql` and `,
		);
	return readOccupations(db, near(sql`o.search`), near(sql`t.search`));
}

async function readOccupations(
	db: Kysely<Tables>,
	isFound: ReturnType<typeof sql>,
	saysIt: ReturnType<typeof sql>,
	most = 1000,
): Promise<CatalogueOccupation[]> {
	const { rows } = await sql<CatalogueOccupation>`
		with said as materialized (
			select occupation_code, json_agg(title order by language desc, title) as titles
			from (select t.occupation_code, t.language, t.title from occupation_title t where ${saysIt} order by length(t.search) limit ${mostTitles}) found group by 1)
		select o.code, o.label_fr as "labelFr", o.label_en as "labelEn", coalesce(s.titles, '[]') as titles,
			coalesce((select json_agg(f.former_code order by f.former_code) from occupation_former f where f.occupation_code = o.code), '[]') as "formerCodes"
		from occupation o left join said s on s.occupation_code = o.code where (${isFound}) or s.occupation_code is not null order by o.label_fr collate "und-x-icu", o.code limit ${most}`.execute(
		db,
	);
	return rows;
}
