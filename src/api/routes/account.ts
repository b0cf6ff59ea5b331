import { changePassword, closeOtherSessions, createFirstAdministrator, getSetup, listOwnSessions, setupRequest, signIn } from "#contract/account.ts";
import { resemblesEmail } from "#contract/passwords.ts";
import { hasAccounts, initialsOf, noteAccountEvent, type PasswordPort } from "../accounts.ts";
import { asCaller, type Caller, findCaller } from "../caller.ts";
import { implement, implementOpen, type OpenContext, type Ports, parse } from "../implement.ts";
import { invalid, Refusal } from "../refusal.ts";
import { readJson } from "../request-body.ts";
import { isoInstant } from "../rules/instant.ts";
import { countAttempt, type Forget } from "../sign-in-attempts.ts";
import { presentSession } from "./session.ts";

const passwordsOf = ({ passwords }: Ports): PasswordPort => {
	if (!passwords) throw new Refusal("forbidden");
	return passwords;
};

const sourceOf = ({ ports, request }: OpenContext) => ports.source?.(request) ?? "";

const isSetupNeeded = async (ports: Ports) => Boolean(ports.passwords) && !ports.demonstration && !(await hasAccounts(ports.database));

/** A new session for this request; the one it came with, if any, is over. All in one transaction: entering costs the disk once. */
async function enter({ ports, request, today, now, requestId }: OpenContext, personId: string, forget?: Forget) {
	const caller = await findCaller(ports.database, personId, today);
	if (!caller) throw new Refusal("sign-in-refused");
	const headers = await ports.database.transaction().execute(async (db) => {
		await ports.sessions.close(request, db);
		const opened = await ports.sessions.open(personId, request, db);
		await db.updateTable("account").set({ last_sign_in_at: now.toISOString() }).where("person_id", "=", personId).execute();
		await noteAccountEvent(db, { personId, regionCode: caller.regionCode, kind: "signedIn", at: now, actor: personId, requestId });
		await forget?.(db);
		return opened;
	});
	return { caller, headers };
}

async function nameFirstAdministrator(context: OpenContext, body: typeof setupRequest._zod.output, passwordHash: string): Promise<void> {
	const { ports, today, now, requestId } = context;
	const writing = { requestId, batchId: requestId, at: now };
	const who = { personId: body.id, regionCode: body.regionCode, role: "administrator" as const };
	await asCaller(
		ports.database,
		who,
		async (db) => {
			// Writers wait for each other from here on: of two first administrators, the second finds the first.
			if (await hasAccounts(db)) throw new Refusal("already-set-up");
			const region = await db.selectFrom("region").select("code").where("code", "=", body.regionCode).executeTakeFirst();
			if (!region) throw invalid("regionCode", "code");
			await db
				.insertInto("person")
				.values({
					id: body.id,
					region_code: body.regionCode,
					name: body.name,
					initials: initialsOf(body.name),
					role: "administrator",
					service_point_id: null,
					email: body.email,
					valid_from: today,
					valid_to: null,
				})
				.execute();
			await db.insertInto("account").values({ person_id: body.id, password_hash: passwordHash, changed_at: now.toISOString() }).execute();
			await noteAccountEvent(db, { personId: body.id, regionCode: body.regionCode, kind: "opened", at: now, actor: body.id, requestId });
		},
		writing,
	);
}

async function changeOwnPassword(context: OpenContext, caller: Caller): Promise<Record<string, string>> {
	const { ports, request, now, requestId } = context;
	const passwords = passwordsOf(ports);
	const { current, password } = parse(changePassword.body, await readJson(request));
	const account = await ports.database
		.selectFrom("account")
		.innerJoin("person", "person.id", "account.person_id")
		.select(["account.password_hash", "person.email"])
		.where("person_id", "=", caller.personId)
		.executeTakeFirst();
	const forget = await countAttempt(ports.database, now, sourceOf(context), caller.personId);
	if (!(await passwords.verify(current, account?.password_hash ?? null))) throw invalid("current", "wrong-password");
	await forget(ports.database);
	if (password === current) throw invalid("password", "same-password");
	if (resemblesEmail(password, account?.email ?? "")) throw invalid("password", "password-email");
	const hash = await passwords.hash(password);
	return ports.database.transaction().execute(async (db) => {
		await db
			.updateTable("account")
			.set({ password_hash: hash, must_change: false, temporary_until: null, changed_at: now.toISOString() })
			.where("person_id", "=", caller.personId)
			.execute();
		// Whoever had the old password is out, wherever they are.
		await db.deleteFrom("session").where("person_id", "=", caller.personId).execute();
		await noteAccountEvent(db, {
			personId: caller.personId,
			regionCode: caller.regionCode,
			kind: "passwordChanged",
			at: now,
			actor: caller.personId,
			requestId,
		});
		return ports.sessions.open(caller.personId, request, db);
	});
}

export const accountRoutes = [
	implementOpen(getSetup, async ({ ports }) => {
		const needed = await isSetupNeeded(ports);
		const regions = needed ? await ports.database.selectFrom("region").select(["code", "name"]).orderBy("code").execute() : [];
		return { output: { needed, codeRequired: needed && Boolean(ports.passwords?.setupCode), regions } };
	}),

	implementOpen(createFirstAdministrator, async (context) => {
		const { ports, request, now } = context;
		const body = parse(setupRequest, await readJson(request));
		if (!(await isSetupNeeded(ports))) throw new Refusal("already-set-up");
		const passwords = passwordsOf(ports);
		const forget = await countAttempt(ports.database, now, sourceOf(context), "setup");
		if (passwords.setupCode !== null && body.code?.toUpperCase().replace(/[\s-]/g, "") !== passwords.setupCode.replace(/-/g, ""))
			throw new Refusal("setup-code", { fields: [{ path: "code", code: "setup-code" }] });
		await forget(ports.database);
		await nameFirstAdministrator(context, body, await passwords.hash(body.password));
		const { caller, headers } = await enter(context, body.id);
		return { output: await presentSession(caller, ports), headers };
	}),

	implementOpen(signIn, async (context) => {
		const { ports, request, now } = context;
		const { email, password } = parse(signIn.body, await readJson(request));
		const passwords = passwordsOf(ports);
		const forget = await countAttempt(ports.database, now, sourceOf(context), email);
		const account = await ports.database
			.selectFrom("person")
			.innerJoin("account", "account.person_id", "person.id")
			.select(["person.id", "account.password_hash", "account.temporary_until", "account.must_change"])
			.where("person.email", "=", email)
			.executeTakeFirst();
		const isRight = await passwords.verify(password, account?.password_hash ?? null);
		const isLate = Boolean(account?.temporary_until && new Date(isoInstant(account.temporary_until)) <= now);
		if (!account || !isRight || isLate) throw new Refusal("sign-in-refused");
		const { caller, headers } = await enter(context, account.id, forget);
		return { output: await presentSession({ ...caller, mustChangePassword: account.must_change }, ports), headers };
	}),

	implementOpen(changePassword, async (context) => {
		if (!context.caller) throw new Refusal("not-signed-in");
		return { output: null, headers: await changeOwnPassword(context, context.caller) };
	}),

	implement(listOwnSessions, async ({ db, caller, now }) => {
		const rows = await db
			.selectFrom("session")
			.select(["id", "device", "created_at", "last_seen_at"])
			.where("person_id", "=", caller.personId)
			.where("expires_at", ">", now.toISOString())
			.orderBy("last_seen_at", "desc")
			.limit(50)
			.execute();
		return {
			items: rows.map((row) => ({
				id: row.id,
				device: row.device,
				createdAt: isoInstant(row.created_at),
				lastSeenAt: isoInstant(row.last_seen_at),
				isCurrent: row.id === caller.sessionId,
			})),
		};
	}),

	implement(closeOtherSessions, async ({ db, caller }) => {
		// A home without sessions of its own has none to close.
		if (caller.sessionId) await db.deleteFrom("session").where("person_id", "=", caller.personId).where("id", "<>", caller.sessionId).execute();
		return null;
	}),
];
