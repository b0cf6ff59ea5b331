import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import { can, code, id, idParams, line, localDate, version } from "./primitives.ts";
import { longestAnswer, question, questionYear } from "./questions.ts";

/** One answer of an employer to a question, for a year. `value` is a code of the question, or words; null once taken back. */
export const questionnaireAnswer = z.strictObject({
	id,
	employerId: id,
	year: z.int(),
	questionCode: z.string(),
	value: z.nullable(z.string()),
	answeredOn: localDate,
	answeredBy: id,
	/** The visit during which it was asked. */
	visitId: z.nullable(id),
	version,
});
export type QuestionnaireAnswer = z.output<typeof questionnaireAnswer>;

const value = line(longestAnswer);
export const answerCreation = z.strictObject({
	id,
	employerId: id,
	year: questionYear,
	questionCode: code,
	value,
	answeredOn: localDate,
	visitId: z.optional(z.nullable(id)),
});
export const answerChange = z.strictObject({ value: z.nullable(value), answeredOn: localDate, visitId: z.optional(z.nullable(id)) });

export const getQuestionnaire = endpoint({
	id: "getQuestionnaire",
	method: "GET",
	path: "/employers/{id}/questionnaire",
	summary:
		"The questions of a year, this one unless said, and every answer of the employer in any year: the trend of each question (domain §7.2), and what a colleague learnt lately and is not asked again.",
	params: idParams,
	query: z.strictObject({ year: z.optional(z.coerce.number().check(z.refine(Number.isInteger, { error: "whole-number" }), z.minimum(2015), z.maximum(2100))) }),
	output: z.strictObject({ year: z.int(), questions: z.array(question), answers: z.array(questionnaireAnswer), can }),
	roles: fieldRoles,
	refusals: ["not-found"],
});
export const createAnswer = endpoint({
	id: "createAnswer",
	method: "POST",
	path: "/questionnaire-answers",
	summary: "Records the answer of an employer to a question of a year; an answer that raises a signal raises it at once.",
	body: answerCreation,
	output: questionnaireAnswer,
	status: 201,
	roles: counsellorRoles,
	refusals: ["id-taken", "already-answered"],
});
export const updateAnswer = endpoint({
	id: "updateAnswer",
	method: "PATCH",
	path: "/questionnaire-answers/{id}",
	summary: "Changes an answer, or takes it back (null); the signals that it raised follow.",
	params: idParams,
	body: answerChange,
	output: questionnaireAnswer,
	ifMatch: true,
	roles: counsellorRoles,
	refusals: ["not-found"],
});
