import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import { can, code, count, id, idParams, line, localDate, nothing, version } from "./primitives.ts";

/** Posts are opened, then filled or cancelled, some at a time. */
export const needMovementKinds = ["opened", "filled", "cancelled"] as const;
const kind = z.enum(needMovementKinds);
export type NeedMovementKind = z.output<typeof kind>;

export const needMovement = z.strictObject({
	id,
	labourNeedId: id,
	kind,
	quantity: z.int(),
	occurredOn: localDate,
	/** Of posts filled, a term of « needChannel »; null otherwise. */
	channel: z.nullable(z.string()),
	/** The recruitment mission by which they were filled. */
	missionId: z.nullable(id),
	note: z.nullable(z.string()),
	/** Null: what the house took over, from before movements were kept. */
	recordedById: z.nullable(id),
	recordedByName: z.nullable(z.string()),
	/** The opening that came with the need: corrected, never taken back. */
	isFirst: z.boolean(),
	version,
	/** `update`: correct it; `remove`: take it back. */
	can,
});
export type NeedMovement = z.output<typeof needMovement>;

/** The posts of a need at the end of a day, and all its movements until then, the latest first. */
export const needLedger = z.strictObject({
	labourNeedId: id,
	asOf: localDate,
	opened: z.int(),
	filled: z.int(),
	cancelled: z.int(),
	/** Nothing is open in a need that was closed by that day. */
	open: z.int(),
	/** Those that filled most come first; their quantities add up to `filled`. */
	filledByChannel: z.array(z.strictObject({ channel: z.string(), quantity: z.int() })),
	items: z.array(needMovement),
	/** `add`: record a movement. */
	can,
});
export type NeedLedger = z.output<typeof needLedger>;

const movement = { quantity: count(1, 9999), occurredOn: localDate, channel: z.nullable(code), note: z.nullable(line(300)) };
export const needMovementCreation = z.strictObject({ id, labourNeedId: id, kind, ...movement });
export const needMovementChange = z.partial(z.strictObject(movement));

export const getNeedLedger = endpoint({
	id: "getNeedLedger",
	method: "GET",
	path: "/labour-needs/{id}/movements",
	summary:
		"What moved the posts of a need: opened, filled (by which channel), cancelled; how many, when, by whom, and what is open at the end of a day (today, unless said).",
	params: idParams,
	query: z.strictObject({ asOf: z.optional(localDate) }),
	output: needLedger,
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createNeedMovement = endpoint({
	id: "createNeedMovement",
	method: "POST",
	path: "/need-movements",
	summary:
		"Opens, fills or cancels posts of a need on a day. No more is filled or cancelled than is open on that day: refused beside the quantity (domain §3.1).",
	body: needMovementCreation,
	output: needMovement,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken", "employer-archived"],
});
export const updateNeedMovement = endpoint({
	id: "updateNeedMovement",
	method: "PATCH",
	path: "/need-movements/{id}",
	summary: "Corrects a movement: how many, when, by which channel. What it was stays in the history of the need.",
	params: idParams,
	body: needMovementChange,
	output: needMovement,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found", "employer-archived"],
});
export const removeNeedMovement = endpoint({
	id: "removeNeedMovement",
	method: "DELETE",
	path: "/need-movements/{id}",
	summary: "Takes a movement back. The opening that came with the need stays, and so does one of which posts were filled or cancelled since.",
	params: idParams,
	output: nothing,
	status: 204,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found", "movement-held", "employer-archived"],
});
