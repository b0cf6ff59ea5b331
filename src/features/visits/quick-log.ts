import { addBusinessDays } from "#contract/business-days.ts";
import type { VisitCreation } from "#contract/visits.ts";
import { addDays } from "#lib/days.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";

export type StepChoice = "summaryEmail" | "call" | "other";
export type LogStep = { id: string; choice: StepChoice | null; title: string; ownerId: string; dueOn: string };
/** The quick log as typed; its id is made once and is the idempotency key of its creation. */
export type LogValues = { id: string; employer: ComboboxItem | null; mode: string; occurredOn: string; headline: string; step: LogStep };

export const emptyLog = (today: string, me: string, employer: ComboboxItem | null): LogValues => ({
	id: crypto.randomUUID(),
	employer,
	mode: "onSite",
	occurredOn: today,
	headline: "",
	step: { id: crypto.randomUUID(), choice: null, title: "", ownerId: me, dueOn: addDays(today, 7) },
});

/** Two business days for the summary, a week for the call (domain §2.4). */
export const dueOf = (choice: StepChoice, today: string): string => (choice === "summaryEmail" ? addBusinessDays(today, 2) : addDays(today, 7));

/** Something that would be missed: an opened form is nothing yet. */
export const isWorthKeeping = (log: LogValues, start: LogValues): boolean => {
	const content = ({ employer, mode, occurredOn, headline, step }: LogValues) =>
		JSON.stringify([employer?.id, mode, occurredOn, headline, step.choice, step.title]);
	return content(log) !== content(start);
};

type Titles = Record<Exclude<StepChoice, "other">, string>;

/** What is sent: a draft, or a plan when its day has not come. */
export function logBody(log: LogValues, today: string, me: string, titles: Titles): VisitCreation {
	const { choice, id, title, ownerId, dueOn } = log.step;
	const step = choice && {
		id,
		kind: choice,
		title: choice === "other" ? title.trim() || null : titles[choice],
		ownerId: choice === "other" ? ownerId : me,
		dueOn: choice === "other" ? dueOn || null : dueOf(choice, today),
	};
	return {
		id: log.id,
		status: log.occurredOn > today ? "planned" : "draft",
		employerIds: log.employer ? [log.employer.id] : [],
		adviserIds: [me],
		mode: log.mode,
		occurredOn: log.occurredOn,
		headline: log.headline.trim() || null,
		report: step ? { nextSteps: [step] } : {},
	};
}
