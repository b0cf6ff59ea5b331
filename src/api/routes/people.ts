import { type Kysely, sql } from "kysely";
import type { Role } from "#contract/endpoint.ts";
import { createPerson, getPerson, issuePassword, listPeople, type ManagedPerson, updatePerson } from "#contract/people.ts";
import { idParams } from "#contract/primitives.ts";
import { initialsOf, noteAccountEvent } from "../accounts.ts";
import { atWork } from "../at-work.ts";
import { asCaller, type Caller, type Context } from "../caller.ts";
import { implement, implementOpen, parse } from "../implement.ts";
import { mustFind, requireVersion } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { isoInstant } from "../rules/instant.ts";
import type { Tables } from "../sql/tables.ts";

/** A temporary password waits for its owner this long. */
const temporaryHours = 72;

const peopleOf = (database: Kysely<Tables>, caller: Caller) =>
	database
		.selectFrom("person")
		.leftJoin("account", "account.person_id", "person.id")
		.leftJoin("service_point", "service_point.id", "person.service_point_id")
		.selectAll("person")
		.select(["account.password_hash", "account.must_change", "account.last_sign_in_at", "service_point.name as service_point_name"])
		.where("person.region_code", "=", caller.regionCode);

type Row = Awaited<ReturnType<ReturnType<typeof peopleOf>["execute"]>>[number];

const accountOf = (row: Row): ManagedPerson["account"] =>
	row.disabled_at ? "disabled" : !row.password_hash ? "none" : row.must_change ? "temporary" : "active";

type Reader = Pick<Context, "caller" | "hasPasswords">;

function present(row: Row, { caller, hasPasswords }: Reader): ManagedPerson {
	// One's own role and account are somebody else's business: nobody locks themselves out, nobody raises themselves.
	const isOther = row.id !== caller.personId;
	return {
		id: row.id,
		name: row.name,
		initials: row.initials,
		role: row.role as Role,
		email: row.email,
		servicePointId: row.service_point_id,
		servicePointName: row.service_point_name,
		account: accountOf(row),
		lastSignInAt: row.last_sign_in_at && isoInstant(row.last_sign_in_at),
		validFrom: row.valid_from,
		validTo: row.valid_to,
		version: row.version,
		can: { update: true, changeRole: isOther, disable: isOther, issuePassword: hasPasswords && isOther && !row.disabled_at && row.email !== null },
	};
}

const readPerson = async (context: Reader & { db: Kysely<Tables> }, id: string) =>
	present(mustFind(await peopleOf(context.db, context.caller).where("person.id", "=", id).executeTakeFirst()), context);

async function requireServicePoint({ db, caller, today }: Context, id: string | null | undefined): Promise<void> {
	if (!id) return;
	const point = await db
		.selectFrom("service_point")
		.select("id")
		.where("id", "=", id)
		.where("region_code", "=", caller.regionCode)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", today)]))
		.executeTakeFirst();
	if (!point) throw invalid("servicePointId", "unknown-reference");
}

/** Read under the writers' lock: of two administrators who remove each other, the second finds nobody left. */
async function requireAnotherAdministrator({ db, today }: Context, id: string): Promise<void> {
	const other = await db
		.selectFrom("person")
		.innerJoin("account", "account.person_id", "person.id")
		.select("person.id")
		.where("role", "=", "administrator")
		.where("person.id", "<>", id)
		.where("account.password_hash", "is not", null)
		.where(atWork(today))
		.executeTakeFirst();
	if (!other) throw new Refusal("last-administrator");
}

export const peopleRoutes = [
	implement(listPeople, async (context) => {
		const rows = await peopleOf(context.db, context.caller)
			.orderBy(sql`person.disabled_at is not null`)
			.orderBy(sql`person.name collate "und-x-icu"`)
			.orderBy("person.id")
			.execute();
		return { items: rows.map((row) => present(row, context)), can: { create: true } };
	}),

	implement(getPerson, (context, { params }) => readPerson(context, params.id)),

	implement(createPerson, async (context, { body }) => {
		const { db, caller, now, today, requestId } = context;
		await requireServicePoint(context, body.servicePointId);
		await db
			.insertInto("person")
			.values({
				id: body.id,
				region_code: caller.regionCode,
				name: body.name,
				initials: initialsOf(body.name),
				role: body.role,
				service_point_id: body.servicePointId,
				email: body.email,
				valid_from: today,
				valid_to: null,
			})
			.execute();
		await db.insertInto("account").values({ person_id: body.id, changed_at: now.toISOString() }).execute();
		await noteAccountEvent(db, { personId: body.id, regionCode: caller.regionCode, kind: "opened", at: now, actor: caller.personId, requestId });
		return readPerson(context, body.id);
	}),

	implement(updatePerson, async (context, { params: { id }, body, ifMatch }) => {
		const { db, caller, now, requestId } = context;
		const before = await readPerson(context, id);
		const { isDisabled, role } = body;
		const isRemoved = isDisabled === true || (role !== undefined && role !== "administrator");
		if ((role !== undefined && role !== before.role && !before.can.changeRole) || (isDisabled !== undefined && !before.can.disable))
			throw new Refusal("forbidden");
		await requireVersion(ifMatch, before.version, async () => before);
		await requireServicePoint(context, body.servicePointId);
		if (before.role === "administrator" && isRemoved) await requireAnotherAdministrator(context, id);
		const wasDisabled = before.account === "disabled";
		await db
			.updateTable("person")
			.set({
				...(body.name === undefined ? {} : { name: body.name, initials: initialsOf(body.name) }),
				...(body.email === undefined ? {} : { email: body.email }),
				...(role === undefined ? {} : { role }),
				...(body.servicePointId === undefined ? {} : { service_point_id: body.servicePointId }),
				...(isDisabled === undefined || isDisabled === wasDisabled ? {} : { disabled_at: isDisabled ? now.toISOString() : null }),
				id,
			})
			.where("id", "=", id)
			.execute();
		await db
			.insertInto("account")
			.values({ person_id: id, changed_at: now.toISOString() })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		if (isDisabled !== undefined && isDisabled !== wasDisabled) {
			if (isDisabled) await db.deleteFrom("session").where("person_id", "=", id).execute();
			const kind = isDisabled ? "disabled" : "enabled";
			await noteAccountEvent(db, { personId: id, regionCode: caller.regionCode, kind, at: now, actor: caller.personId, requestId });
		}
		return readPerson(context, id);
	}),

	implementOpen(issuePassword, async ({ ports, caller, params, now, requestId }) => {
		if (!caller || !ports.passwords) throw new Refusal("forbidden");
		const { id } = parse(idParams, params, "path");
		const person = await readPerson({ db: ports.database, caller, hasPasswords: true }, id);
		if (person.id === caller.personId) throw new Refusal("forbidden");
		if (!person.can.issuePassword) throw new Refusal("conflict");
		const password = ports.passwords.make();
		const hash = await ports.passwords.hash(password);
		const validUntil = new Date(now.getTime() + temporaryHours * 3_600_000).toISOString();
		const account = { password_hash: hash, must_change: true, temporary_until: validUntil, changed_at: now.toISOString() };
		await asCaller(ports.database, caller, async (db) => {
			await db
				.insertInto("account")
				.values({ person_id: id, ...account })
				.onConflict((conflict) => conflict.column("person_id").doUpdateSet(account))
				.execute();
			await db.deleteFrom("session").where("person_id", "=", id).execute();
			await noteAccountEvent(db, { personId: id, regionCode: caller.regionCode, kind: "passwordIssued", at: now, actor: caller.personId, requestId });
		});
		return { output: { password, validUntil } };
	}),
];
