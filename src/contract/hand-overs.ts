import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import type { FieldSet } from "./filter.ts";
import { leftRecord } from "./journal.ts";
import { can, code, count, id, idParams, line, listQuery, localDate, page } from "./primitives.ts";

/** What a person holds, and hands over. */
export const heldKinds = ["employers", "supportCases", "followUps", "visits", "referrals"] as const;
export type HeldKind = (typeof heldKinds)[number];
/** Something of each kind of what is held. */
export const ofEachKind = <T>(of: (kind: HeldKind) => T): Record<HeldKind, T> =>
	Object.fromEntries(heldKinds.map((kind) => [kind, of(kind)])) as Record<HeldKind, T>;
const quantities = ofEachKind(() => z.int());

/** What one person holds, by employer. `isOwn`: the employer is theirs; otherwise they hold a case, a follow-up, a visit or a referral at somebody else's. */
export const portfolioLine = z.strictObject({
	employerId: id,
	employerName: z.string(),
	mrcCode: z.nullable(z.string()),
	isOwn: z.boolean(),
	supportCases: z.int(),
	followUps: z.int(),
	visits: z.int(),
	referrals: z.int(),
});
export type PortfolioLine = z.output<typeof portfolioLine>;
/** How many of each kind some lines hold. */
export const sumOf = (lines: readonly PortfolioLine[]): Record<HeldKind, number> =>
	ofEachKind((kind) => lines.reduce((sum, line) => sum + (kind === "employers" ? Number(line.isOwn) : line[kind]), 0));

/** Open cases, open follow-ups, visits planned or in draft, referrals received that wait for their outcome; what is past stays under its author and is only counted. */
export const portfolio = z.strictObject({
	personId: id,
	items: z.array(portfolioLine),
	totals: z.strictObject(quantities),
	untouched: z.strictObject({ contacts: z.int(), completedVisits: z.int(), closedCases: z.int(), doneFollowUps: z.int() }),
});
export type Portfolio = z.output<typeof portfolio>;

export const handOver = z.strictObject({
	id,
	fromPersonId: id,
	reason: z.string(),
	effectiveOn: localDate,
	note: z.nullable(z.string()),
	...quantities,
	receivers: z.array(z.strictObject({ personId: id, ...quantities })),
	madeBy: id,
	madeOn: localDate,
	undoneOn: z.nullable(localDate),
	undoneBy: z.nullable(id),
	/** Of an undone one: the records that somebody had changed since, and that were left as they are. */
	leftBehind: z.nullable(z.array(leftRecord)),
	can,
});
export type HandOver = z.output<typeof handOver>;

export const handOverFields = {
	fromPersonId: { type: "id" },
	reason: { type: "code" },
	effectiveOn: { type: "date", sort: true },
	madeOn: { type: "date", sort: true },
	undone: { type: "boolean" },
} as const satisfies FieldSet;

/** Who receives: everything, or the employers of some MRC, or some employers; what is nearest to the employer decides. What hangs from an employer goes with it. */
export const handOverCreation = z.strictObject({
	id,
	fromPersonId: id,
	reason: code,
	effectiveOn: localDate,
	note: z.optional(z.nullable(line(300))),
	toPersonId: id,
	byMrc: z.optional(z.array(z.strictObject({ mrcCode: code, toPersonId: id })).check(z.maxLength(200))),
	byEmployer: z.optional(z.array(z.strictObject({ employerId: id, toPersonId: id })).check(z.maxLength(5000))),
	/** What the preview showed: a portfolio that has changed since is not handed over unseen. */
	expected: z.strictObject(ofEachKind(() => count(0, 1_000_000))),
});
export type HandOverCreation = z.output<typeof handOverCreation>;

export const getPortfolio = endpoint({
	id: "getPortfolio",
	method: "GET",
	path: "/hand-overs/portfolio",
	summary: "What a person holds, employer by employer, and what a hand-over leaves alone: the preview.",
	query: z.strictObject({ personId: id }),
	output: portfolio,
	roles: ["manager"],
	refusals: ["not-found"],
});
export const listHandOvers = endpoint({
	id: "listHandOvers",
	method: "GET",
	path: "/hand-overs",
	summary: "The hand-overs of the region, the latest first.",
	query: listQuery,
	fields: handOverFields,
	output: page(handOver),
	roles: ["manager", "auditor"],
});
export const getHandOver = endpoint({
	id: "getHandOver",
	method: "GET",
	path: "/hand-overs/{id}",
	summary: "One hand-over: who gave what to whom, when, why, and whether it was taken back.",
	params: idParams,
	output: handOver,
	roles: ["manager", "auditor"],
	refusals: ["not-found"],
});
export const createHandOver = endpoint({
	id: "createHandOver",
	method: "POST",
	path: "/hand-overs",
	summary:
		"Hands a portfolio over, in one batch: employers, open cases, open follow-ups, visits planned or in draft, referrals received, which are acknowledged anew. Past visits keep their author and team.",
	body: handOverCreation,
	output: handOver,
	status: 201,
	roles: ["manager"],
	refusals: ["id-taken", "portfolio-changed"],
});
export const undoHandOver = endpoint({
	id: "undoHandOver",
	method: "POST",
	path: "/hand-overs/{id}/undoing",
	summary: "Takes a hand-over back: what nobody changed since returns to who had it, the rest stays and is counted.",
	params: idParams,
	output: handOver,
	roles: ["manager"],
	refusals: ["not-found", "already-undone"],
});
