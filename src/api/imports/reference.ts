import type { Kysely } from "kysely";
import { fold } from "#contract/fold.ts";
import { atWork } from "../at-work.ts";
import type { ImportReference } from "../rules/import-values.ts";
import type { Tables } from "../sql/tables.ts";

/** What cells may name, as it stands today: sectors by code and label, the region's MRC, every municipality, the region's people, its missions by name. */
export async function readImportReference(db: Kysely<Tables>, { regionCode, today }: { regionCode: string; today: string }): Promise<ImportReference> {
	const sectors = new Map<string, string>();
	for (const { code, label_fr, label_en } of await db.selectFrom("sector").select(["code", "label_fr", "label_en"]).execute()) {
		for (const name of [code, label_fr, label_en, `${code} ${label_fr}`, `${code} ${label_en}`]) sectors.set(fold(name), code);
		// « 31-33 » is written 31, 32 or 33 by whoever has the finer codes.
		const [from, to = from] = code.split("-").map(Number);
		for (let one = from ?? 0; one <= (to ?? 0); one += 1) sectors.set(String(one), code);
	}
	const owned = await db
		.selectFrom("mrc")
		.innerJoin("mrc_region as r", "r.mrc_code", "mrc.code")
		.select(["mrc.code", "mrc.name"])
		.where("r.region_code", "=", regionCode)
		.where("r.valid_from", "<=", today)
		.where((where) => where.or([where("r.valid_to", "is", null), where("r.valid_to", ">=", today)]))
		.execute();
	const ours = new Set(owned.map(({ code }) => code));
	const municipalities: ImportReference["municipalities"] = new Map();
	for (const { code, name, mrc_code } of await db.selectFrom("municipality").select(["code", "name", "mrc_code"]).execute()) {
		const one = { code, mrcCode: mrc_code, isOurs: ours.has(mrc_code) };
		municipalities.set(fold(name), [...(municipalities.get(fold(name)) ?? []), one]);
		municipalities.set(code, [one]);
	}
	const people: ImportReference["people"] = new Map();
	for (const { id, name, is_at_work } of await db
		.selectFrom("person")
		.select(["id", "name", atWork(today).as("is_at_work")])
		.where("region_code", "=", regionCode)
		.execute())
		people.set(fold(name), [...(people.get(fold(name)) ?? []), { id, isAtWork: is_at_work }]);
	const missions = new Map<string, string>();
	for (const { id, name } of await db.selectFrom("mission").select(["id", "name"]).where("region_code", "=", regionCode).execute())
		missions.set(fold(name), id);
	return { missions, sectors, mrcs: new Map(owned.map(({ code, name }) => [fold(name), code])), municipalities, people, today };
}
