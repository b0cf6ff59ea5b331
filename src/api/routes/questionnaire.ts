import { createAnswer, getQuestionnaire, type QuestionnaireAnswer, updateAnswer } from "#contract/questionnaire.ts";
import { fixedAnswers, type Question } from "#contract/questions.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { camelRow, mustFind, requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { findEmployer } from "./employers.ts";
import { readQuestions } from "./questions.ts";
import { employerNamed } from "./record-employer.ts";

const selectAnswers = ({ db, caller }: Context) =>
	db
		.selectFrom("questionnaire_answer")
		.select(["id", "employer_id", "year", "question_code", "value", "answered_on", "answered_by", "visit_id", "version"])
		.where("region_code", "=", caller.regionCode);

const readAnswer = async (context: Context, id: string) =>
	camelRow<QuestionnaireAnswer>(mustFind(await selectAnswers(context).where("id", "=", id).executeTakeFirst()));

/** Whoever writes the employer; or who took part in the visit during which it was asked. */
async function requireMayAnswer(
	{ db, caller }: Context,
	employerId: string,
	employer: { regionCode: string; advisorId: string | null },
	visitId: string | null,
) {
	if (canWriteEmployer(caller, employer)) return;
	const visit =
		visitId === null
			? undefined
			: await db
					.selectFrom("visit_adviser as a")
					.innerJoin("visit_employer as p", "p.visit_id", "a.visit_id")
					.select("a.visit_id")
					.where("a.visit_id", "=", visitId)
					.where("a.person_id", "=", caller.personId)
					.where("p.employer_id", "=", employerId)
					.executeTakeFirst();
	if (!visit || employer.regionCode !== caller.regionCode) throw new Refusal("forbidden");
}

async function requireVisitOf({ db, caller }: Context, employerId: string, visitId: string | null | undefined) {
	if (!visitId) return;
	const found = await db
		.selectFrom("visit_employer")
		.select("visit_id")
		.where("visit_id", "=", visitId)
		.where("employer_id", "=", employerId)
		.where("region_code", "=", caller.regionCode)
		.executeTakeFirst();
	if (!found) throw invalid("visitId", "unknown-reference");
}

function requireAnswerTo(question: Question | undefined, value: string | null | undefined) {
	if (!question) throw invalid("questionCode", "unknown-reference");
	if (value === null || value === undefined || question.kind === "text") return;
	const answers = question.kind === "choice" ? question.choices.map(({ code }) => code) : fixedAnswers[question.kind];
	if (!answers.includes(value)) throw invalid("value", "unknown-reference");
}

export const questionnaireRoutes = [
	implement(getQuestionnaire, async (context, { params, query }) => {
		const employer = await findEmployer(context, params.id);
		const year = query?.year ?? Number(context.today.slice(0, 4));
		const answers = await selectAnswers(context).where("employer_id", "=", params.id).orderBy("year", "desc").orderBy("question_code").execute();
		const update = canWriteEmployer(context.caller, { regionCode: employer.region_code, advisorId: employer.advisor_id }) && employer.archived_on === null;
		return { year, questions: await readQuestions(context, year), answers: answers.map((row) => camelRow<QuestionnaireAnswer>(row)), can: { update } };
	}),

	implement(createAnswer, async (context, { body }) => {
		const { db, caller, today } = context;
		const employer = await employerNamed(context, body.employerId);
		await requireMayAnswer(context, body.employerId, employer, body.visitId ?? null);
		await requireVisitOf(context, body.employerId, body.visitId);
		if (body.answeredOn > today) throw invalid("answeredOn", "date-in-future");
		requireAnswerTo(
			(await readQuestions(context, body.year)).find((one) => one.code === body.questionCode && one.isAsked),
			body.value,
		);
		const taken = await selectAnswers(context)
			.where("employer_id", "=", body.employerId)
			.where("year", "=", body.year)
			.where("question_code", "=", body.questionCode)
			.executeTakeFirst();
		if (taken) throw new Refusal("already-answered", { current: camelRow<QuestionnaireAnswer>(taken) });
		await db
			.insertInto("questionnaire_answer")
			.values({
				...snakeRow(body),
				region_code: employer.regionCode,
				answered_by: caller.personId,
				role: caller.role,
				service_point_id: caller.servicePointId,
			} as never)
			.execute();
		return readAnswer(context, body.id);
	}),

	implement(updateAnswer, async (context, { params, body, ifMatch }) => {
		const { db, caller, today } = context;
		mustFind(await selectAnswers(context).where("id", "=", params.id).forUpdate().executeTakeFirst());
		const before = await readAnswer(context, params.id);
		const employer = await findEmployer(context, before.employerId);
		await requireMayAnswer(context, before.employerId, { regionCode: employer.region_code, advisorId: employer.advisor_id }, body.visitId ?? before.visitId);
		await requireVersion(ifMatch, before.version, async () => before);
		await requireVisitOf(context, before.employerId, body.visitId);
		if (body.answeredOn > today) throw invalid("answeredOn", "date-in-future");
		requireAnswerTo(
			(await readQuestions(context, before.year)).find(({ code }) => code === before.questionCode),
			body.value,
		);
		await db
			.updateTable("questionnaire_answer")
			.set({
				...snakeRow(body),
				answered_by: caller.personId,
				role: caller.role,
				service_point_id: caller.servicePointId,
				version: before.version + 1,
			} as never)
			.where("id", "=", params.id)
			.execute();
		return readAnswer(context, params.id);
	}),
];
