import type { QuestionnaireAnswer } from "#contract/questionnaire.ts";
import { daysBetween } from "#lib/days.ts";

/** Whoever was asked less than so many days ago is not asked again. */
export const notAgainFor = 90;

export type Standing = {
	/** This year's. */
	own: QuestionnaireAnswer | undefined;
	/** Of the latest year before that has one. */
	before: QuestionnaireAnswer | undefined;
	/** What a colleague obtained lately: shown with its source instead of being asked. */
	known: QuestionnaireAnswer | undefined;
};

/** Where a question stands for an employer: its answer this year, the one before, and what a colleague learnt in the last 90 days. */
export function standingOf(answers: readonly QuestionnaireAnswer[], code: string, { year, today, me }: { year: number; today: string; me: string }): Standing {
	const said = answers.filter(({ questionCode, value }) => questionCode === code && value !== null).sort((a, b) => b.year - a.year);
	const own = answers.find((one) => one.questionCode === code && one.year === year);
	const before = said.find((one) => one.year < year);
	const latest = own?.value ? own : before;
	const isRecent = latest !== undefined && latest.answeredBy !== me && daysBetween(latest.answeredOn, today) <= notAgainFor;
	return { own, before, known: isRecent ? latest : undefined };
}
