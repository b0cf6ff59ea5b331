import { sql } from "kysely";
import type { Role } from "#contract/endpoint.ts";
import { endpoints } from "#contract/endpoints.ts";
import { loadDemonstration } from "#contract/first-steps.ts";
import { streamChanges } from "#contract/journal.ts";
import { createSession, deleteSession, getHealth, getSession, listSessionPeople, type Session } from "#contract/session.ts";
import { hasAccounts } from "../accounts.ts";
import { atWork } from "../at-work.ts";
import { type Caller, findCaller } from "../caller.ts";
import { isDemonstrationOffice } from "../demonstration.ts";
import { implementOpen, type OpenContext, type Ports, parse } from "../implement.ts";
import { Refusal } from "../refusal.ts";
import { readJson } from "../request-body.ts";

/** What only some homes can do. */
const isHere = (id: string, { changes, example }: Ports) =>
	(id !== streamChanges.id || changes !== undefined) && (id !== loadDemonstration.id || example !== undefined);

const operationsOf = (role: Role, ports: Ports) =>
	endpoints.filter(({ id, roles }) => (roles === "everyone" || roles === "signedIn" || roles.includes(role)) && isHere(id, ports)).map(({ id }) => id);

/** What the screens are told of who is here. */
export const presentSession = async (caller: Caller | null, ports: Ports): Promise<Session> => ({
	person: caller && {
		id: caller.personId,
		name: caller.name,
		initials: caller.initials,
		role: caller.role,
		regionCode: caller.regionCode,
		regionName: caller.regionName,
	},
	demonstration: ports.demonstration || (caller !== null && (await isDemonstrationOffice(ports.database))),
	operations: caller ? operationsOf(caller.role, ports) : [],
	...(caller?.mustChangePassword ? { mustChangePassword: true } : {}),
	...(caller && ports.sessions.idleSeconds ? { idleSeconds: ports.sessions.idleSeconds } : {}),
});

/** Everybody where nobody has a password; the fictional people for who administers a loaded demonstration. */
const mayChoosePerson = async ({ ports, caller }: OpenContext) =>
	ports.demonstration || (caller?.role === "administrator" && (await isDemonstrationOffice(ports.database)));

/** Whoever has a password of their own is nobody's to choose. */
const activePeople = ({ ports, today }: OpenContext) =>
	ports.database
		.selectFrom("person")
		.select(["id", "name", "role"])
		.where(atWork(today))
		.where(({ not, exists, selectFrom }) => not(exists(selectFrom("account").select("person_id").whereRef("account.person_id", "=", "person.id"))))
		.orderBy(sql`array_position(array['advisor', 'recruitmentAdvisor', 'manager', 'integrationAgent', 'administrator', 'auditor'], role)`)
		.orderBy("region_code", "desc")
		.orderBy(sql`name collate "und-x-icu"`)
		.execute();

export const sessionRoutes = [
	implementOpen(getHealth, async ({ ports }) => {
		await sql`select 1`.execute(ports.database);
		return { output: { status: "ok" as const } };
	}),

	implementOpen(getSession, async ({ caller, ports }) => {
		const isNew = !caller && !ports.demonstration && Boolean(ports.passwords) && !(await hasAccounts(ports.database));
		return { output: { ...(await presentSession(caller, ports)), ...(isNew ? { needsSetup: true } : {}) } };
	}),

	implementOpen(listSessionPeople, async (context) => {
		if (!(await mayChoosePerson(context))) return { output: { items: [] } };
		return { output: { items: (await activePeople(context)).map(({ id, name, role }) => ({ id, name, role: role as Role })) } };
	}),

	implementOpen(createSession, async (context) => {
		const { ports, request, today } = context;
		const { personId } = parse(createSession.body, await readJson(request));
		if (!(await mayChoosePerson(context))) throw new Refusal("forbidden");
		const caller = await findCaller(ports.database, personId, today);
		const hasPassword = await ports.database.selectFrom("account").select("person_id").where("person_id", "=", personId).executeTakeFirst();
		if (!caller || hasPassword) throw new Refusal("invalid-input", { fields: [{ path: "personId", code: "unknown-reference" }] });
		return { output: await presentSession(caller, ports), headers: await ports.sessions.open(personId, request) };
	}),

	implementOpen(deleteSession, async ({ ports, request }) => ({ output: null, headers: await ports.sessions.close(request) })),
];
