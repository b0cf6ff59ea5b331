import { listTimeline } from "#contract/employer-timeline.ts";
import {
	type Contact,
	countEmployers,
	createContact,
	createEmployer,
	type EmployerRow,
	getEmployer,
	listEmployers,
	updateContact,
	updateEmployer,
} from "#contract/employers.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { camelRow, mustFind, requirePerson, requireTerms, requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { employerList } from "./employer-list.ts";
import { readEmployer } from "./employer-record.ts";
import { readTimeline } from "./employer-timeline.ts";

const contactColumns = ["id", "employer_id", "name", "job_title", "phone", "phone_extension", "email", "is_primary", "version"] as const;

/** Who owns it and where: enough to decide what the caller may do. `lock` before a write. */
export async function findEmployer({ db, caller }: Context, id: string, lock = false) {
	const query = db
		.selectFrom("employer")
		.select(["id", "region_code", "advisor_id", "sector_code", "archived_on", "version"])
		.where("id", "=", id)
		.where("region_code", "=", caller.regionCode);
	return mustFind(await (lock ? query.forUpdate() : query).executeTakeFirst());
}

export async function requireWritableEmployer(context: Context, id: string, lock = false) {
	const row = await findEmployer(context, id, lock);
	if (!canWriteEmployer(context.caller, { regionCode: row.region_code, advisorId: row.advisor_id })) throw new Refusal("forbidden");
	return row;
}

/** The main establishment must stand in a territory that the caller's region owns today. */
async function requireTerritory({ db, caller, today }: Context, municipalityCode: string) {
	const owner = await db
		.selectFrom("municipality as m")
		.innerJoin("mrc_region as r", "r.mrc_code", "m.mrc_code")
		.select("r.region_code")
		.where("m.code", "=", municipalityCode)
		.where("r.valid_from", "<=", today)
		.where((where) => where.or([where("r.valid_to", "is", null), where("r.valid_to", ">=", today)]))
		.executeTakeFirst();
	if (!owner) throw invalid("establishment.municipalityCode", "unknown-reference");
	if (owner.region_code !== caller.regionCode) throw invalid("establishment.municipalityCode", "not-your-territory");
}

const readContact = async ({ db, caller }: Context, id: string) =>
	camelRow<Contact>(
		mustFind(await db.selectFrom("contact").select(contactColumns).where("id", "=", id).where("region_code", "=", caller.regionCode).executeTakeFirst()),
	);

/** One person is reached first: the one just named so takes the place. */
async function keepOnePrimary({ db }: Context, contact: { id: string; employerId: string; isPrimary?: boolean | undefined }) {
	if (!contact.isPrimary) return;
	await db
		.updateTable("contact")
		.set((row) => ({ is_primary: false, version: row("version", "+", 1) }))
		.where("employer_id", "=", contact.employerId)
		.where("id", "<>", contact.id)
		.where("is_primary", "=", true)
		.execute();
}

export const employerRoutes = [
	implement(listEmployers, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, employerList, query);
		return { items: rows.map((row) => camelRow<EmployerRow>(row)), total, next };
	}),

	implement(countEmployers, (context, { query }) => readFacets(context, employerList, query)),

	implement(getEmployer, (context, { params }) => readEmployer(context, params.id)),

	implement(listTimeline, async (context, { params, query }) => {
		await findEmployer(context, params.id);
		return readTimeline(context, params.id, query);
	}),

	implement(createEmployer, async (context, { body }) => {
		const { db, caller, today } = context;
		const { establishment, ...fields } = body;
		await requireTerritory(context, establishment.municipalityCode);
		await requirePerson(context, "advisorId", fields.advisorId);
		await requireTerms(context, [{ path: "sectorCode", vocabulary: "sector", code: fields.sectorCode, fault: "unknown-reference" }]);
		await db
			.insertInto("employer")
			.values({
				...(snakeRow(fields) as typeof fields & { neq: string | null }),
				id: fields.id,
				name: fields.name,
				region_code: caller.regionCode,
				created_on: today,
			} as never)
			.execute();
		await db
			.insertInto("establishment")
			.values({ ...snakeRow(establishment), employer_id: fields.id, region_code: caller.regionCode, is_main: true } as never)
			.execute();
		return readEmployer(context, fields.id);
	}),

	implement(updateEmployer, async (context, { params, body, ifMatch }) => {
		const row = await requireWritableEmployer(context, params.id, true);
		await requireVersion(ifMatch, row.version, () => readEmployer(context, params.id));
		// Whoever has left may keep what they had; nothing new is given to them.
		if (body.advisorId !== row.advisor_id) await requirePerson(context, "advisorId", body.advisorId);
		if (body.sectorCode && body.sectorCode !== row.sector_code)
			await requireTerms(context, [{ path: "sectorCode", vocabulary: "sector", code: body.sectorCode, fault: "unknown-reference" }]);
		await context.db
			.updateTable("employer")
			.set({ ...snakeRow(body), version: row.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readEmployer(context, params.id);
	}),

	implement(createContact, async (context, { body }) => {
		await requireWritableEmployer(context, body.employerId);
		await context.db
			.insertInto("contact")
			.values({ ...snakeRow(body), region_code: context.caller.regionCode } as never)
			.execute();
		await keepOnePrimary(context, body);
		return readContact(context, body.id);
	}),

	implement(updateContact, async (context, { params, body, ifMatch }) => {
		const current = await readContact(context, params.id);
		await requireWritableEmployer(context, current.employerId, true);
		await requireVersion(ifMatch, current.version, async () => current);
		await context.db
			.updateTable("contact")
			.set({ ...snakeRow(body), version: current.version + 1 })
			.where("id", "=", params.id)
			.execute();
		await keepOnePrimary(context, { id: params.id, employerId: current.employerId, isPrimary: body.isPrimary });
		return readContact(context, params.id);
	}),
];
