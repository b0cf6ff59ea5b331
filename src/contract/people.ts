import * as z from "zod/mini";
import { login } from "./account.ts";
import { endpoint, roles } from "./endpoint.ts";
import { can, id, idParams, line, localDate, version } from "./primitives.ts";

export const managedPerson = z.strictObject({
	id,
	name: z.string(),
	initials: z.string(),
	role: z.enum(roles),
	email: z.nullable(z.string()),
	servicePointId: z.nullable(id),
	servicePointName: z.nullable(z.string()),
	/** `none`: no password yet; `temporary`: to be changed at the first sign-in. */
	account: z.enum(["none", "temporary", "active", "disabled"]),
	lastSignInAt: z.nullable(z.string()),
	validFrom: localDate,
	validTo: z.nullable(localDate),
	version,
	/** `update`, `changeRole`, `disable`, `issuePassword`. */
	can,
});
export type ManagedPerson = z.output<typeof managedPerson>;

export const personCreation = z.strictObject({ id, name: line(120), email: login, role: z.enum(roles), servicePointId: z.nullable(id) });
export const personChange = z.partial(
	z.strictObject({ name: line(120), email: login, role: z.enum(roles), servicePointId: z.nullable(id), isDisabled: z.boolean() }),
);

export const listPeople = endpoint({
	id: "listPeople",
	method: "GET",
	path: "/people",
	summary: "The people of the region and their accounts.",
	output: z.strictObject({ items: z.array(managedPerson), can }),
	roles: ["administrator"],
});
export const getPerson = endpoint({
	id: "getPerson",
	method: "GET",
	path: "/people/{id}",
	summary: "One person of the region.",
	params: idParams,
	output: managedPerson,
	roles: ["administrator"],
	refusals: ["not-found"],
});
export const createPerson = endpoint({
	id: "createPerson",
	method: "POST",
	path: "/people",
	summary: "Adds a person; nobody enters before a password is issued.",
	body: personCreation,
	output: managedPerson,
	status: 201,
	roles: ["administrator"],
	refusals: ["id-taken", "email-taken"],
});
export const updatePerson = endpoint({
	id: "updatePerson",
	method: "PATCH",
	path: "/people/{id}",
	summary: "Changes a person. A new role or a disabled account holds from the next request; one's own role and account are left to somebody else.",
	params: idParams,
	body: personChange,
	output: managedPerson,
	roles: ["administrator"],
	refusals: ["not-found", "email-taken", "last-administrator"],
	ifMatch: true,
});
export const issuePassword = endpoint({
	id: "issuePassword",
	method: "POST",
	path: "/people/{id}/temporary-password",
	summary: "A temporary password, shown once, to be changed at the first sign-in within 72 hours; the sessions of the person end.",
	params: idParams,
	output: z.strictObject({ password: z.string(), validUntil: z.string() }),
	roles: ["administrator"],
	refusals: ["not-found", "conflict"],
	secret: true,
});
