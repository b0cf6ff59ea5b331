import * as z from "zod/mini";
import { endpoint, fieldRoles, type Role } from "./endpoint.ts";
import { id, idParams, line, localDate, page } from "./primitives.ts";

/** What is journaled, by the word of its table. */
export const journalEntities = [
	"servicePoint",
	"person",
	"employer",
	"establishment",
	"contact",
	"supportCase",
	"stageChange",
	"caseEvidence",
	"visit",
	"visitEmployer",
	"visitAdviser",
	"visitAddendum",
	"labourNeed",
	"followUp",
	"toolUse",
	"partner",
	"agreement",
	"agreementSlice",
	"localAction",
	"stageSetting",
	"termSetting",
	"signalProtocol",
	"question",
	"questionnaireAnswer",
	"signalHandling",
	"referral",
	"document",
	"mission",
	"missionRegistration",
	"missionPost",
	"missionResult",
	"immigrationLine",
	"retentionCheck",
	"needMovement",
	"wageThreshold",
	"simplifiedList",
	"toolRule",
] as const;
const entity = z.enum(journalEntities);
export type JournalEntity = z.output<typeof entity>;

/** The field roles, and who verifies: the history of an employer's records is theirs. */
export const historyRoles = [...fieldRoles, "administrator", "auditor"] as const satisfies Role[];

export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/, { error: "instant" }));

/** One field, as it was and as it became; null where there was nothing. A block of the report is told by its name, `report.needs`. */
export const fieldChange = z.strictObject({ field: z.string(), before: z.nullable(z.unknown()), after: z.nullable(z.unknown()) });
export type FieldChange = z.output<typeof fieldChange>;

export const revision = z.strictObject({
	seq: z.int(),
	entity,
	entityId: id,
	/** The version that this change made. */
	version: z.int(),
	action: z.enum(["created", "changed", "removed"]),
	recordedAt: instant,
	/** Null when the house itself wrote: a load, an upgrade. */
	actorId: z.nullable(id),
	actorName: z.nullable(z.string()),
	/** What one request, one import or one hand-over wrote together. */
	batchId: z.nullable(id),
	changes: z.array(fieldChange),
});
export type Revision = z.output<typeof revision>;

const recordParams = z.strictObject({ entity, id });

export const listHistory = endpoint({
	id: "listHistory",
	method: "GET",
	path: "/history/{entity}/{id}",
	summary: "What happened to a record and to its parts, latest first: who, when, each field before and after.",
	params: recordParams,
	query: z.strictObject({
		after: z.optional(z.string().check(z.regex(/^[0-9]{1,15}$/, { error: "cursor" }))),
		limit: z.optional(z.coerce.number().check(z.refine(Number.isInteger, { error: "whole-number" }), z.minimum(1), z.maximum(200))),
		/** A person, or `house` for what nobody wrote. */
		actor: z.optional(z.union([z.literal("house"), id])),
		/** A field by its name in the answers: `name`, `report.needs`. */
		field: z.optional(z.string().check(z.regex(/^[a-zA-Z][a-zA-Z.]{0,59}$/, { error: "field" }))),
		/** From this day to that one, both included. */
		from: z.optional(localDate),
		to: z.optional(localDate),
	}),
	output: z.strictObject({
		...page(revision).shape,
		/** Of the whole history, whatever is filtered: how much there is, who wrote and which fields changed. */
		whole: z.int(),
		actors: z.array(z.strictObject({ id: z.nullable(id), name: z.nullable(z.string()) })),
		fields: z.array(z.string()),
	}),
	roles: historyRoles,
	refusals: ["not-found"],
});

export const getVersion = endpoint({
	id: "getVersion",
	method: "GET",
	path: "/history/{entity}/{id}/{version}",
	summary: "A record's own fields as a version left them: what a restore sends again through the ordinary change, under its rules.",
	params: z.strictObject({ entity, id, version: z.string().check(z.regex(/^[1-9][0-9]{0,8}$/, { error: "whole-number" })) }),
	output: z.strictObject({ version: z.int(), fields: z.record(z.string(), z.nullable(z.unknown())) }),
	roles: historyRoles,
	refusals: ["not-found"],
});

/** A record that somebody changed since, or on which something now depends: it stays as it is. */
export const leftRecord = z.strictObject({
	entity,
	entityId: id,
	name: z.nullable(z.string()),
	/** `changed` since; `inUse` by a record that came after. */
	reason: z.enum(["changed", "inUse"]),
	actorId: z.nullable(id),
	actorName: z.nullable(z.string()),
	recordedAt: z.nullable(instant),
});
export type LeftRecord = z.output<typeof leftRecord>;

export const undoBatch = endpoint({
	id: "undoBatch",
	method: "POST",
	path: "/batches/{id}/undo",
	summary:
		"Takes back all that one request or batch wrote, named by its Idempotency-Key. Nothing is undone when somebody changed one of its records since; with `what=untouched`, these are left (a record with its parts) and listed, and the others are taken back.",
	params: idParams,
	query: z.strictObject({ what: z.optional(z.enum(["whole", "untouched"])) }),
	/** `undone` counts the records and their parts; `left` the records that stay. */
	output: z.strictObject({ undone: z.int(), left: z.array(leftRecord) }),
	roles: [...fieldRoles, "integrationAgent", "administrator"],
	refusals: ["not-found", "changed-since"],
});

const since = z.optional(z.string().check(z.regex(/^[0-9]{1,15}$/, { error: "cursor" })));

export const listChanges = endpoint({
	id: "listChanges",
	method: "GET",
	path: "/changes",
	summary:
		"What changed in the region after a number of the journal: identifiers only, in the order of the commits. Without `since`, where the journal stands.",
	background: true,
	query: z.strictObject({
		since,
		limit: z.optional(z.coerce.number().check(z.refine(Number.isInteger, { error: "whole-number" }), z.minimum(1), z.maximum(1000))),
	}),
	output: z.strictObject({
		items: z.array(
			z.strictObject({
				seq: z.int(),
				entity,
				entityId: id,
				/** The record whose page shows it: the visit of an adviser, the employer of a contact. */
				rootId: id,
				version: z.int(),
				action: revision.shape.action,
				recordedAt: instant,
				actorId: z.nullable(id),
				batchId: z.nullable(id),
			}),
		),
		/** To be asked as `since` next time. */
		next: z.int(),
		/** More is waiting. */
		more: z.boolean(),
	}),
	roles: historyRoles,
});

export const streamChanges = endpoint({
	id: "streamChanges",
	method: "GET",
	path: "/changes/stream",
	summary:
		"Says, as server-sent events, that the journal of the region has moved on, and to which number: no identifier, no field. What changed is asked of listChanges, with one's own rights. Resumed by `since` or `Last-Event-ID`; a comment every fifteen seconds at most.",
	events: true,
	background: true,
	query: z.strictObject({ since }),
	/** Also the id of the event. */
	output: z.strictObject({ seq: z.int() }),
	roles: historyRoles,
	refusals: ["too-many-streams"],
});

export const redaction = z.strictObject({
	id,
	entity,
	entityId: id,
	fields: z.array(z.string()),
	reason: z.string(),
	/** Past versions in which something was blanked. */
	revisions: z.int(),
	orderedBy: id,
	recordedAt: instant,
});
export type Redaction = z.output<typeof redaction>;

export const redactRecord = endpoint({
	id: "redactRecord",
	method: "POST",
	path: "/redactions",
	summary:
		"Blanks named personal fields of a contact, now and in every past version, and answers the certificate (Act respecting Access, A-2.1, s. 73). It cannot be undone.",
	body: z.strictObject({
		id,
		entity: z.literal("contact"),
		entityId: id,
		fields: z.array(z.enum(["name", "jobTitle", "phone", "phoneExtension", "email"])).check(z.minLength(1), z.maxLength(5)),
		reason: line(300),
	}),
	output: redaction,
	status: 201,
	roles: ["manager"],
	refusals: ["not-found", "id-taken"],
});

export const listRedactions = endpoint({
	id: "listRedactions",
	method: "GET",
	path: "/redactions",
	summary: "The certificates of redaction of the region, latest first.",
	output: z.strictObject({ items: z.array(redaction) }),
	roles: ["manager", "auditor"],
});
