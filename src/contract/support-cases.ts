import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { followUpSettlements } from "./follow-up-settlements.ts";
import { can, code, facetQuery, facets, id, idParams, line, listQuery, localDate, page, version } from "./primitives.ts";

/** A card of the board. `lastActivityOn` is the last trace of work; `sleeping` when it is older than the stage's threshold and the case is not paused. */
export const supportCaseRow = z.strictObject({
	id,
	employerId: id,
	employerName: z.string(),
	mrcCode: z.nullable(z.string()),
	advisorId: z.nullable(id),
	stage: z.string(),
	stageEnteredOn: localDate,
	openedOn: localDate,
	closedOn: z.nullable(localDate),
	pausedUntil: z.nullable(localDate),
	lastActivityOn: localDate,
	sleeping: z.boolean(),
	posts: z.int(),
	openPosts: z.int(),
	occupationCode: z.nullable(z.string()),
	occupationLabel: z.nullable(z.string()),
	occupations: z.int(),
	version,
	can,
});
export type SupportCaseRow = z.output<typeof supportCaseRow>;

export const stageChange = z.strictObject({
	id,
	fromStage: z.nullable(z.string()),
	toStage: z.string(),
	movedOn: localDate,
	movedBy: z.nullable(id),
	reason: z.nullable(z.string()),
});
export const caseEvidence = z.strictObject({ id, criterion: z.string(), occurredOn: localDate, note: z.string(), recordedBy: z.nullable(id) });

/** What shows that a criterion is met: a record, dated, by whom it was written when that is known; or a line of evidence and what it says. */
export const criterionProof = z.strictObject({
	by: z.enum(["visit", "employer", "labourNeed", "toolUse", "followUp", "immigrationLine", "referral", "evidence"]),
	recordId: z.nullable(id),
	on: z.nullable(localDate),
	personId: z.nullable(id),
	note: z.nullable(z.string()),
});
/** In the order of the board: `entry` is shown before the stage is entered, `exit` before it is left (domain §2.2). */
export const caseCriterion = z.strictObject({ code: z.string(), stage: z.string(), kind: z.enum(["entry", "exit"]), proof: z.nullable(criterionProof) });
export type CaseCriterion = z.output<typeof caseCriterion>;

/** What is still to be done on the case: a closing says what becomes of each. */
export const openFollowUp = z.strictObject({ id, kind: z.string(), title: z.string(), ownerId: id, dueOn: localDate });
export type OpenFollowUp = z.output<typeof openFollowUp>;

export const supportCase = z.strictObject({
	...supportCaseRow.shape,
	closeReason: z.nullable(z.string()),
	pauseReason: z.nullable(z.string()),
	stageChanges: z.array(stageChange),
	evidence: z.array(caseEvidence),
	criteria: z.array(caseCriterion),
	openFollowUps: z.array(openFollowUp),
	/** The closed case of which this one is the sequel, and the sequel of this one. */
	reopenedFrom: z.nullable(z.strictObject({ id, on: z.nullable(localDate) })),
	reopenedAs: z.nullable(z.strictObject({ id, on: z.nullable(localDate) })),
});
export type SupportCase = z.output<typeof supportCase>;

export const supportCaseFields = {
	employerName: { type: "text", sort: true },
	employerId: { type: "id" },
	mrcCode: { type: "code", sort: true, facet: true },
	advisorId: { type: "id", facet: true },
	/** The point of service of who follows the case. */
	servicePointId: { type: "id", facet: true },
	stage: { type: "code", sort: true, facet: true },
	stageEnteredOn: { type: "date", sort: true },
	openedOn: { type: "date", sort: true },
	closedOn: { type: "date", sort: true },
	lastActivityOn: { type: "date", sort: true },
	openPosts: { type: "number", sort: true },
	open: { type: "boolean", facet: true },
	sleeping: { type: "boolean", facet: true },
	paused: { type: "boolean", facet: true },
	pausedUntil: { type: "date", sort: true },
	/** Of an employer that is archived: no longer on the board. */
	archived: { type: "boolean" },
} as const satisfies FieldSet;

export const boardColumn = z.strictObject({ stage: z.string(), total: z.int(), openPosts: z.int(), sleeping: z.int(), items: z.array(supportCaseRow) });
export type BoardColumn = z.output<typeof boardColumn>;
/** The board: each stage with its counts over the whole column and its first cards. With lanes, the cards stand in the cells of their lane, whose counts are of the whole cell. */
export const board = z.strictObject({
	columns: z.array(boardColumn),
	/** By the name of who or what they are of; `id` is null for the cases of nobody, or of somebody without a point of service. */
	lanes: z.optional(z.array(z.strictObject({ id: z.nullable(id), total: z.int(), openPosts: z.int(), columns: z.array(boardColumn) }))),
});
export type Board = z.output<typeof board>;

export const supportCaseCreation = z.strictObject({ id, employerId: id, advisorId: z.nullable(id), openedOn: localDate });
export const supportCaseChange = z.partial(
	z.strictObject({ advisorId: z.nullable(id), pausedUntil: z.nullable(localDate), pauseReason: z.nullable(line(300)) }),
);

export const evidenceLine = z.strictObject({ id, criterion: code, occurredOn: localDate, note: line(300) });
/**
 * One move of a case, made by a person. A criterion of the stages passed is met by a record or by an evidence line given here;
 * going back asks for a reason, closing for a code of `closeReason` and for what becomes of each open follow-up (domain §2.2).
 */
export const caseMove = z.strictObject({
	id,
	toStage: code,
	movedOn: localDate,
	reason: z.optional(z.nullable(line(300))),
	closeReason: z.optional(z.nullable(code)),
	evidence: z.optional(z.array(evidenceLine).check(z.maxLength(20))),
	followUps: z.optional(followUpSettlements),
});
export type CaseMove = z.output<typeof caseMove>;

/** The employer comes back: another case, which says of which closed one it is the sequel (domain §2.2: « may be reopened as a new case »). */
export const caseReopening = z.strictObject({ id, advisorId: z.nullable(id), openedOn: localDate, reason: z.optional(z.nullable(line(300))) });

export const listSupportCases = endpoint({
	id: "listSupportCases",
	method: "GET",
	path: "/support-cases",
	summary: "Support cases of the region, a page at a time.",
	query: listQuery,
	fields: supportCaseFields,
	output: page(supportCaseRow),
	roles: fieldRoles,
	core: true,
});
export const countSupportCases = endpoint({
	id: "countSupportCases",
	method: "GET",
	path: "/support-cases/facets",
	summary: "Support cases by value of the facets asked.",
	query: facetQuery,
	fields: supportCaseFields,
	output: facets,
	roles: fieldRoles,
});
export const getBoard = endpoint({
	id: "getBoard",
	method: "GET",
	path: "/support-cases/board",
	summary:
		"The pipeline by stage: counts and sums of the whole column, and its first cards (`limit`, 30 by default), the latest to enter the stage first. The last column holds the cases closed in the last 90 days.",
	query: z.strictObject({
		q: listQuery.shape.q,
		filter: listQuery.shape.filter,
		limit: listQuery.shape.limit,
		/** More cards of some columns: `recruitment:60,closed:90`. */
		more: z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}:[1-9][0-9]{0,3}(,[A-Za-z0-9-]{1,40}:[1-9][0-9]{0,3}){0,19}$/, { error: "code" }))),
		lanes: z.optional(z.enum(["advisor", "servicePoint"])),
	}),
	fields: supportCaseFields,
	output: board,
	roles: fieldRoles,
	core: true,
});
export const getSupportCase = endpoint({
	id: "getSupportCase",
	method: "GET",
	path: "/support-cases/{id}",
	summary: "One case with its append-only stage history and its evidence.",
	params: idParams,
	output: supportCase,
	roles: fieldRoles,
	refusals: ["not-found"],
	core: true,
});
export const createSupportCase = endpoint({
	id: "createSupportCase",
	method: "POST",
	path: "/support-cases",
	summary: "Opens a case for an employer, in the first stage.",
	body: supportCaseCreation,
	output: supportCase,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export const updateSupportCase = endpoint({
	id: "updateSupportCase",
	method: "PATCH",
	path: "/support-cases/{id}",
	summary: "Hands the case to someone, pauses it until a wake-up date or wakes it.",
	params: idParams,
	body: supportCaseChange,
	output: supportCase,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found", "already-closed"],
});
export const moveSupportCase = endpoint({
	id: "moveSupportCase",
	method: "POST",
	path: "/support-cases/{id}/moves",
	summary: "Moves a case to another stage (domain §2.2); a refusal names the missing criteria.",
	params: idParams,
	body: caseMove,
	output: supportCase,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found", "criteria-missing", "follow-ups-open", "reason-required", "already-closed"],
	core: true,
});
export const reopenSupportCase = endpoint({
	id: "reopenSupportCase",
	method: "POST",
	path: "/support-cases/{id}/reopening",
	summary: "Opens a new case as the sequel of a closed one, in the first stage; the closed one stays closed (domain §2.2).",
	params: idParams,
	body: caseReopening,
	output: supportCase,
	status: 201,
	roles: counsellorRoles,
	refusals: ["not-found", "id-taken", "not-closed", "already-reopened", "employer-archived"],
});
