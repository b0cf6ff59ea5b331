import { createTerm, getTerm, listVocabularies, updateTerm, type VocabularyTerm } from "#contract/vocabularies.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { camelRow, mustFind, requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { closedBy, heldBy } from "../rules/term-holders.ts";

type Row = Omit<VocabularyTerm, "heldBy" | "can"> & { isAdded: boolean };

function present({ caller }: Context, row: Record<string, unknown>): VocabularyTerm {
	const { isAdded, ...term } = camelRow<Row>(row);
	const update = caller.role === "administrator";
	const holder = heldBy({ ...term, isAdded });
	return { ...term, heldBy: holder, can: { update, retire: update && holder === null } };
}

/** Every term of the region, of whatever day. */
export const selectTerms = ({ db }: Pick<Context, "db">) =>
	db
		.selectFrom("region_term")
		.select(["id", "vocabulary", "code", "label_fr", "label_en", "position", "valid_from", "valid_to", "successor", "version", "is_added"])
		.orderBy("vocabulary")
		.orderBy("position")
		.orderBy("code");

const readTerm = async (context: Context, id: string) => present(context, mustFind(await selectTerms(context).where("id", "=", id).executeTakeFirst()));

/** The first change of a term that the product brought writes down what it was: the history then says from what to what. */
async function ownRow({ db, caller }: Context, { heldBy: _, can: __, version, ...term }: VocabularyTerm): Promise<number> {
	if (version > 0) {
		await db.selectFrom("term_setting").select("id").where("id", "=", term.id).forUpdate().execute();
		return version;
	}
	await db
		.insertInto("term_setting")
		.values({ ...snakeRow(term), region_code: caller.regionCode } as never)
		.execute();
	const row = await db.selectFrom("term_setting").select("version").where("id", "=", term.id).executeTakeFirstOrThrow();
	return row.version;
}

export const vocabularyRoutes = [
	implement(listVocabularies, async (context) => {
		const terms = (await selectTerms(context).execute()).map((row) => present(context, row));
		const byName = Map.groupBy(terms, ({ vocabulary }) => vocabulary);
		return { items: [...byName].map(([name, own]) => ({ name, closedBy: closedBy(name), terms: own })) };
	}),

	implement(getTerm, (context, { params }) => readTerm(context, params.id)),

	implement(createTerm, async (context, { body }) => {
		const { db, caller } = context;
		const siblings = await selectTerms(context).where("vocabulary", "=", body.vocabulary).execute();
		if (siblings.length === 0) throw invalid("vocabulary", "unknown-reference");
		if (closedBy(body.vocabulary)) throw new Refusal("vocabulary-closed");
		await db
			.insertInto("term_setting")
			.values({
				...snakeRow(body),
				// A code of its own, never that of a term to come with the product.
				code: `own-${body.id.replaceAll("-", "").slice(-12)}`,
				position: Math.max(...siblings.map(({ position }) => position)) + 1,
				region_code: caller.regionCode,
			} as never)
			.execute();
		return readTerm(context, body.id);
	}),

	implement(updateTerm, async (context, { params, body, ifMatch }) => {
		const { db } = context;
		const before = await readTerm(context, params.id);
		await requireVersion(ifMatch, before.version, async () => before);
		const after = { ...before, ...snakeless(body) };
		if (before.heldBy !== null && after.validTo !== null) throw new Refusal("term-held");
		if (after.validTo !== null && after.validTo < after.validFrom) throw invalid("validTo", "end-before-start");
		if (after.successor !== null) {
			const siblings = await selectTerms(context).where("vocabulary", "=", before.vocabulary).execute();
			if (after.successor === before.code || !siblings.some(({ code }) => code === after.successor)) throw invalid("successor", "unknown-reference");
		}
		const version = await ownRow(context, before);
		await db
			.updateTable("term_setting")
			.set({ ...snakeRow(body), version: version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readTerm(context, params.id);
	}),
];

const snakeless = <T extends object>(body: T) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<VocabularyTerm>;
