import * as z from "zod/mini";
import { endpoint, roles } from "./endpoint.ts";
import { id, nothing } from "./primitives.ts";

export const sessionPerson = z.strictObject({ id, name: z.string(), role: z.enum(roles) });
export type SessionPerson = z.output<typeof sessionPerson>;

export const session = z.strictObject({
	person: z.nullable(z.strictObject({ ...sessionPerson.shape, initials: z.string(), regionCode: z.string(), regionName: z.string() })),
	/** A demonstration: people are chosen without a password, and a banner says so. */
	demonstration: z.boolean(),
	/** Operations this person's role may call: the navigation is drawn from it. */
	operations: z.array(z.string()),
	/** Nobody has an account yet: the first administrator is to be named. */
	needsSetup: z.optional(z.boolean()),
	/** The password is a temporary one: nothing else opens before it is changed. */
	mustChangePassword: z.optional(z.boolean()),
	/** Seconds without a request after which the session ends; absent, it does not. */
	idleSeconds: z.optional(z.int()),
});
export type Session = z.output<typeof session>;

export const getHealth = endpoint({
	id: "getHealth",
	method: "GET",
	path: "/health",
	summary: "200 when the database answers.",
	output: z.strictObject({ status: z.literal("ok") }),
	roles: "everyone",
	core: true,
});
export const getSession = endpoint({
	id: "getSession",
	method: "GET",
	path: "/session",
	summary: "Who is signed in, if anybody.",
	output: session,
	roles: "everyone",
	core: true,
});
export const listSessionPeople = endpoint({
	id: "listSessionPeople",
	method: "GET",
	path: "/session/people",
	summary: "The people one may sign in as in a demonstration; empty otherwise.",
	output: z.strictObject({ items: z.array(sessionPerson) }),
	roles: "everyone",
	core: true,
});
export const createSession = endpoint({
	id: "createSession",
	method: "POST",
	path: "/session",
	summary: "Signs in as a demonstration person.",
	body: z.strictObject({ personId: id }),
	output: session,
	roles: "everyone",
	refusals: ["forbidden"],
	core: true,
});
export const deleteSession = endpoint({
	id: "deleteSession",
	method: "DELETE",
	path: "/session",
	summary: "Signs out.",
	output: nothing,
	status: 204,
	roles: "everyone",
	core: true,
});
