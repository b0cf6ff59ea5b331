import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { givenPassword, newPassword, resemblesEmail } from "./passwords.ts";
import { email, id, line, nothing } from "./primitives.ts";
import { session } from "./session.ts";

/** One writes an address as one likes; one account answers to it. */
export const login = email.check(z.overwrite((value) => value.normalize("NFC").toLowerCase()));

export const setup = z.strictObject({
	/** Nobody has an account here yet. */
	needed: z.boolean(),
	/** The code that the server's console shows is asked for. */
	codeRequired: z.boolean(),
	regions: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});
export type Setup = z.output<typeof setup>;

export const setupRequest = z
	.strictObject({ id, name: line(120), email: login, password: newPassword, regionCode: z.string(), code: z.optional(z.string().check(z.maxLength(40))) })
	.check(z.refine(({ password, email }) => !resemblesEmail(password, email), { error: "password-email", path: ["password"] }));

export const getSetup = endpoint({
	id: "getSetup",
	method: "GET",
	path: "/setup",
	summary: "Whether the first administrator is still to be named, and the regions to choose from.",
	output: setup,
	roles: "everyone",
});
export const createFirstAdministrator = endpoint({
	id: "createFirstAdministrator",
	method: "POST",
	path: "/setup",
	summary: "Names the first administrator of an empty installation, once, and signs them in; there is no default password.",
	body: setupRequest,
	output: session,
	status: 201,
	roles: "everyone",
	refusals: ["already-set-up", "setup-code", "too-many-attempts"],
	secret: true,
});
export const signIn = endpoint({
	id: "signIn",
	method: "POST",
	path: "/sign-in",
	summary: "Signs in with a local account. An unknown address and a wrong password are refused in the same words and the same time.",
	body: z.strictObject({ email: login, password: givenPassword }),
	output: session,
	roles: "everyone",
	refusals: ["sign-in-refused", "too-many-attempts"],
	secret: true,
});
export const changePassword = endpoint({
	id: "changePassword",
	method: "POST",
	path: "/account/password",
	summary: "Changes one's own password; every other session of the person ends.",
	body: z.strictObject({ current: givenPassword, password: newPassword }),
	output: nothing,
	status: 204,
	roles: "signedIn",
	refusals: ["too-many-attempts"],
	secret: true,
	beforePasswordChange: true,
});

export const ownSession = z.strictObject({
	id,
	/** « Firefox · Windows »: enough to recognise one's own. */
	device: z.nullable(z.string()),
	createdAt: z.string(),
	lastSeenAt: z.string(),
	isCurrent: z.boolean(),
});
export type OwnSession = z.output<typeof ownSession>;

export const listOwnSessions = endpoint({
	id: "listOwnSessions",
	method: "GET",
	path: "/account/sessions",
	summary: "Where one is signed in.",
	output: z.strictObject({ items: z.array(ownSession) }),
	roles: "signedIn",
});
export const closeOtherSessions = endpoint({
	id: "closeOtherSessions",
	method: "DELETE",
	path: "/account/sessions",
	summary: "Ends every session of the person but this one.",
	output: nothing,
	status: 204,
	roles: "signedIn",
});
