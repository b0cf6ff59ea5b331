import { sql } from "kysely";
import { findOccupations } from "#contract/occupation-search.ts";
import { type CatalogueOccupation, getOccupationCatalogue, getReference, listOccupations, type Term } from "#contract/reference.ts";
import { atWork } from "../at-work.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFound } from "./occupation-candidates.ts";
import { readStageSettings } from "./stages.ts";
import { selectTerms } from "./vocabularies.ts";

const byName = sql`name collate "und-x-icu"`;

/** Vocabularies as the region words them, in their order, by name; the sectors are one of them. */
async function readVocabularies(context: Context): Promise<Record<string, Term[]>> {
	const rows = await selectTerms(context).execute();
	const termOf = (row: (typeof rows)[number]): Term => ({
		code: row.code,
		labelFr: row.label_fr,
		labelEn: row.label_en,
		validFrom: row.valid_from,
		validTo: row.valid_to,
		successor: row.successor,
	});
	return Object.fromEntries([...Map.groupBy(rows, ({ vocabulary }) => vocabulary)].map(([name, terms]) => [name, terms.map(termOf)]));
}

/** Territories are those of the region today: a transferred MRC is named by its own region. */
const readTerritories = ({ db, caller, today }: Context) =>
	db
		.selectFrom("mrc")
		.innerJoin("mrc_region", "mrc_region.mrc_code", "mrc.code")
		.select(["mrc.code", "mrc.name"])
		.where("mrc_region.region_code", "=", caller.regionCode)
		.where("mrc_region.valid_from", "<=", today)
		.where((where) => where.or([where("mrc_region.valid_to", "is", null), where("mrc_region.valid_to", ">=", today)]))
		.orderBy(sql`mrc.name collate "und-x-icu"`)
		.execute();

/** The past keeps the names of the territories it was done in. */
const readFormerTerritories = ({ db, caller, today }: Context) =>
	db
		.selectFrom("mrc")
		.innerJoin("mrc_region", "mrc_region.mrc_code", "mrc.code")
		.select(["mrc.code", "mrc.name"])
		.where("mrc_region.region_code", "=", caller.regionCode)
		.where("mrc_region.valid_to", "<", today)
		.orderBy(sql`mrc.name collate "und-x-icu"`)
		.execute();

/** Every occupation in the order of its French title, with what a device looks for it by: of the everyday titles, those that the house came with, not the 60,000 of the whole CNP. */
async function readCatalogue(db: Context["db"]): Promise<CatalogueOccupation[]> {
	const { rows } = await sql<CatalogueOccupation>`
		select o.code, o.label_fr as "labelFr", o.label_en as "labelEn",
			coalesce((select json_agg(t.title order by t.language desc, t.title) from occupation_title t where t.occupation_code = o.code and t.import_id is null), '[]') as titles,
			coalesce((select json_agg(f.former_code order by f.former_code) from occupation_former f where f.occupation_code = o.code), '[]') as "formerCodes"
		from occupation o order by o.label_fr collate "und-x-icu", o.code`.execute(db);
	return rows;
}

export const referenceRoutes = [
	implement(getReference, async (context) => {
		const { db, caller, today } = context;
		const mrcs = await readTerritories(context);
		const { sector: sectors = [], ...vocabularies } = await readVocabularies(context);
		return {
			today,
			region: { code: caller.regionCode, name: caller.regionName },
			stages: (await readStageSettings(context)).map(({ id: _, version: __, can: ___, stage, ...words }) => ({ code: stage, ...words })),
			criteria: await db
				.selectFrom("stage_criterion")
				.select(["code", "stage", "kind", "label_fr as labelFr", "label_en as labelEn"])
				.orderBy("position")
				.execute(),
			vocabularies,
			sectors,
			mrcs,
			formerMrcs: await readFormerTerritories(context),
			municipalities:
				mrcs.length === 0
					? []
					: await db
							.selectFrom("municipality")
							.select(["code", "name", "mrc_code as mrcCode", "latitude", "longitude"])
							.where(
								"mrc_code",
								"in",
								mrcs.map(({ code }) => code),
							)
							.orderBy(byName)
							.execute(),
			// People who left are still named: the past keeps its author.
			people: await db
				.selectFrom("person")
				.select(["id", "name", "initials", "role", "service_point_id as servicePointId", atWork(today).as("atWork")])
				.where("region_code", "=", caller.regionCode)
				.orderBy(byName)
				.execute(),
			servicePoints: await db
				.selectFrom("service_point")
				.select([
					"id",
					"name",
					"municipality_code as municipalityCode",
					sql<boolean>`valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)`.as("isOpen"),
				])
				.where("region_code", "=", caller.regionCode)
				.orderBy(byName)
				.execute(),
		};
	}),

	implement(listOccupations, async ({ db }, { query }) => {
		if (query?.codes) {
			const items = await db
				.selectFrom("occupation")
				.select(["code", "label_fr as labelFr", "label_en as labelEn"])
				.where("code", "in", query.codes.split(","))
				.orderBy("code")
				.execute();
			return { items };
		}
		const found = findOccupations(query?.q ?? "", await readFound(db, query?.q ?? ""));
		return { items: found.map(({ occupation: { code, labelFr, labelEn }, title }) => ({ code, labelFr, labelEn, title })) };
	}),

	implement(getOccupationCatalogue, async ({ db }) => {
		const { rows } = await sql<{ has_more: boolean }>`select exists (select from occupation_title where import_id is not null) as has_more`.execute(db);
		return { items: await readCatalogue(db), isWhole: rows[0]?.has_more === false };
	}),
];
