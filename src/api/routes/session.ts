import { sql } from "kysely";
import type { Role } from "#contract/endpoint.ts";
import { endpoints } from "#contract/endpoints.ts";
import { createSession, deleteSession, getHealth, getSession, listSessionPeople, type Session } from "#contract/session.ts";
import { hasAccounts } from "../accounts.ts";
import { atWork } from "../at-work.ts";
import { type Caller, findCaller } from "../caller.ts";
import { implementOpen, type OpenContext, type Ports, parse } from "../implement.ts";
import { Refusal } from "../refusal.ts";
import { readJson } from "../request-body.ts";

const operationsOf = (role: Role, hasStreams: boolean) =>
	endpoints
		.filter(({ roles, events }) => (roles === "everyone" || roles === "signedIn" || roles.includes(role)) && (hasStreams || !events))
		.map(({ id }) => id);

/** What the screens are told of who is here. */
export const presentSession = (caller: Caller | null, { demonstration, changes, sessions: { idleSeconds } }: Ports): Session => ({
	person: caller && {
		id: caller.personId,
		name: caller.name,
		initials: caller.initials,
		role: caller.role,
		regionCode: caller.regionCode,
		regionName: caller.regionName,
	},
	demonstration,
	operations: caller ? operationsOf(caller.role, changes !== undefined) : [],
	...(caller?.mustChangePassword ? { mustChangePassword: true } : {}),
	...(caller && idleSeconds ? { idleSeconds } : {}),
});

const activePeople = ({ ports, today }: OpenContext) =>
	ports.database
		.selectFrom("person")
		.select(["id", "name", "role"])
		.where(atWork(today))
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
		return { output: { ...presentSession(caller, ports), ...(isNew ? { needsSetup: true } : {}) } };
	}),

	implementOpen(listSessionPeople, async (context) => {
		if (!context.ports.demonstration) return { output: { items: [] } };
		return { output: { items: (await activePeople(context)).map(({ id, name, role }) => ({ id, name, role: role as Role })) } };
	}),

	implementOpen(createSession, async ({ ports, request, today }) => {
		const { personId } = parse(createSession.body, await readJson(request));
		if (!ports.demonstration) throw new Refusal("forbidden");
		const caller = await findCaller(ports.database, personId, today);
		if (!caller) throw new Refusal("invalid-input", { fields: [{ path: "personId", code: "unknown-reference" }] });
		return { output: presentSession(caller, ports), headers: await ports.sessions.open(personId, request) };
	}),

	implementOpen(deleteSession, async ({ ports, request }) => ({ output: null, headers: await ports.sessions.close(request) })),
];
