import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { can, code, count, id, idParams, line, prose, version } from "./primitives.ts";

export const questionKinds = ["yesNo", "scale", "choice", "text"] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const signalLevels = ["red", "amber"] as const;
export type SignalLevel = (typeof signalLevels)[number];

const settingRoles = ["manager", "administrator"] as const;
const readingRoles = [...fieldRoles, "administrator"] as const;

/** What may be answered to a question of each kind, beside the choices of its own. */
export const fixedAnswers: Record<QuestionKind, readonly string[]> = { yesNo: ["yes", "no"], scale: ["1", "2", "3", "4", "5"], choice: [], text: [] };
export const longestAnswer = 300;

export const choice = z.strictObject({ code, labelFr: line(80), labelEn: line(80) });
/** An answer that raises a signal (a code of the vocabulary `signal`), and how pressing it is. */
export const raise = z.strictObject({ answer: code, signal: code, level: z.enum(signalLevels) });
export type Raise = z.output<typeof raise>;

const body = {
	wordingFr: line(200),
	wordingEn: line(200),
	kind: z.enum(questionKinds),
	choices: z.array(choice).check(z.maxLength(8)),
	raises: z.array(raise).check(z.maxLength(10)),
};
export const questionYear = count(2015, 2100);

/** A question as a year asks it. Its code is the same over the years: answers are compared by it. */
export const question = z.strictObject({
	id,
	year: z.int(),
	code: z.string(),
	position: z.int(),
	...body,
	/** Asked no more in this set: its past answers stay. */
	isAsked: z.boolean(),
	/** Answered already under this set: its kind and its choices stay. */
	isAnswered: z.boolean(),
	version,
	can,
});
export type Question = z.output<typeof question>;

export const questionCreation = z.strictObject({ id, year: questionYear, ...body });
export const questionChange = z.partial(z.strictObject({ ...body, position: count(0, 99), isAsked: z.boolean() }));

export const listQuestions = endpoint({
	id: "listQuestions",
	method: "GET",
	path: "/questions",
	summary: "The yearly questionnaire of a year: the questions of its own set, or of the last year that had one (domain §7.2).",
	query: z.strictObject({ year: z.coerce.number().check(z.refine(Number.isInteger, { error: "whole-number" }), z.minimum(2015), z.maximum(2100)) }),
	output: z.strictObject({
		year: z.int(),
		/** The year of the set that holds that year. */
		setYear: z.int(),
		/** The years that have a set of their own, latest first. */
		setYears: z.array(z.int()),
		items: z.array(question),
		can,
	}),
	roles: readingRoles,
	refusals: ["not-found"],
});
export const getQuestion = endpoint({
	id: "getQuestion",
	method: "GET",
	path: "/questions/{id}",
	summary: "One question of a set.",
	params: idParams,
	output: question,
	roles: readingRoles,
	refusals: ["not-found"],
});
export const createQuestion = endpoint({
	id: "createQuestion",
	method: "POST",
	path: "/questions",
	summary: "Adds a question at the end of the set that a year has of its own.",
	body: questionCreation,
	output: question,
	status: 201,
	roles: settingRoles,
	refusals: ["id-taken", "not-found"],
});
export const updateQuestion = endpoint({
	id: "updateQuestion",
	method: "PATCH",
	path: "/questions/{id}",
	summary: "Words a question otherwise, moves it, stops asking it, changes which answers raise a signal: the signals of its answers follow at once.",
	params: idParams,
	body: questionChange,
	output: question,
	ifMatch: true,
	roles: settingRoles,
	refusals: ["not-found", "question-answered"],
});
export const copyQuestions = endpoint({
	id: "copyQuestions",
	method: "POST",
	path: "/question-sets",
	summary: "Gives a year a set of its own, copied from the one that holds it: the same codes, so that years are compared.",
	body: z.strictObject({ id, year: questionYear }),
	output: z.strictObject({ year: z.int(), questions: z.int() }),
	status: 201,
	roles: settingRoles,
	refusals: ["already-prepared", "not-found"],
});

/** What is done about a signal, whatever raised it: how pressing it is by default, what to do, whom to tell. */
export const signalProtocol = z.strictObject({
	id,
	signal: z.string(),
	level: z.enum(signalLevels),
	protocolFr: z.string(),
	protocolEn: z.string(),
	version,
	can,
});
export type SignalProtocol = z.output<typeof signalProtocol>;
export const protocolText = prose(1200).check(z.minLength(1, { error: "required" }));
export const signalProtocolChange = z.partial(z.strictObject({ level: z.enum(signalLevels), protocolFr: protocolText, protocolEn: protocolText }));

export const listSignalProtocols = endpoint({
	id: "listSignalProtocols",
	method: "GET",
	path: "/signal-protocols",
	summary: "The protocol of each signal of the region, in the order of the vocabulary (domain §2.3, block 6).",
	output: z.strictObject({ items: z.array(signalProtocol) }),
	roles: readingRoles,
});
export const getSignalProtocol = endpoint({
	id: "getSignalProtocol",
	method: "GET",
	path: "/signal-protocols/{id}",
	summary: "One protocol.",
	params: idParams,
	output: signalProtocol,
	roles: readingRoles,
	refusals: ["not-found"],
});
export const updateSignalProtocol = endpoint({
	id: "updateSignalProtocol",
	method: "PATCH",
	path: "/signal-protocols/{id}",
	summary: "Changes what is done about a signal, or how pressing it is when a report notes it; those already noted follow.",
	params: idParams,
	body: signalProtocolChange,
	output: signalProtocol,
	ifMatch: true,
	roles: settingRoles,
	refusals: ["not-found"],
});
