import { addSpan, onOrAfter } from "#contract/business-days.ts";
import type { FollowUpRule } from "#contract/follow-ups.ts";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { type ImmigrationStep, stepsOf } from "#contract/immigration-steps.ts";
import type { LocalDate } from "#contract/primitives.ts";

export type LineFollowed = Pick<ImmigrationLine, ImmigrationStep | "path" | "permitExpiresOn" | "endedOn"> & {
	/** The months of work of which it is known whether the person is still employed. */
	answeredMonths?: readonly number[];
};
type Rule = Pick<FollowUpRule, "code" | "trigger" | "dueCount" | "dueUnit">;

/** What fell due longer ago than this is told too late to be asked for: a step of last year calls for nothing today. */
export const askedLateDays = 30;

type Followed = {
	/** The day that the rule counts from. */
	since: ImmigrationStep | "permitExpiresOn";
	/** On which paths only; all those that have the step otherwise. */
	path?: string;
	/** Any of these says what was waited for. */
	answers: readonly ImmigrationStep[];
	/** Another day is another fact: a permit that was renewed expires again. */
	renews?: boolean;
};
const atWork = ["arrivedOn", "startedOn"] as const;
const permitAsked = ["permitFiledOn", "permitApprovedOn", ...atWork] as const;

/** Which day of a line each event of the catalogue is, and what answers it (domain §2.4). */
const followed: Partial<Record<string, Followed>> = {
	lmiaFiled: { since: "filedOn", path: "tfwp", answers: ["decidedOn", "caqOn", ...permitAsked] },
	offerFiled: { since: "filedOn", path: "permanent", answers: ["decidedOn", "csqOn", "residenceOn", ...atWork] },
	lmiaFavourable: { since: "decidedOn", path: "tfwp", answers: permitAsked },
	permitIssued: { since: "permitApprovedOn", answers: atWork },
	arrived: { since: "arrivedOn", answers: [] },
	permitExpires: { since: "permitExpiresOn", answers: ["residenceOn"], renews: true },
	workStarted: { since: "startedOn", answers: [] },
};
/** The events that are days of an immigration line. */
export const lineTriggers = Object.keys(followed);
/** What calls for each of them, for whoever looks among many lines (api/routes/immigration-follow-ups.ts). */
export const calledBy = Object.entries(followed).flatMap(([trigger, what]) => (what ? [{ trigger, ...what }] : []));

/** Of the reminders of one permit, the one that stands: the last whose day has come, else the first to come. One alert for one fact. */
function standing(rules: readonly Rule[], since: LocalDate, today: LocalDate): Rule | undefined {
	const ordered = rules.map((rule) => ({ rule, on: dueOf(rule, since) })).sort((a, b) => (a.on < b.on ? -1 : 1));
	return (ordered.findLast(({ on }) => on <= today) ?? ordered[0])?.rule;
}
const dueOf = ({ dueCount, dueUnit }: Rule, since: LocalDate) => addSpan(since, { count: dueCount, unit: dueUnit });

export type LineAsked<R> = {
	rule: R;
	/** The day it counts from; null: the line does not say it (any more). */
	day: LocalDate | null;
	/** Never late on the day it is made. */
	dueOn: LocalDate;
	/** The line calls for it: neither over, nor answered. */
	isWanted: boolean;
	isDone: boolean;
	/** From today on, it is to be made; what was told too late is not. */
	isCalled: boolean;
	renews: boolean;
};

/**
 * What the catalogue asks of one immigration line on a day: every rule that is about lines, wanted or not, so that what is no longer wanted can be closed. Nothing is
 * wanted of a line that is over. A rule whose anchor a line does not name (the end of validity of an LMIA) is left out.
 */
export function lineFollowUps<R extends Rule & Pick<FollowUpRule, "anchor">>(rules: readonly R[], line: LineFollowed, today: LocalDate): LineAsked<R>[] {
	return rules.flatMap((rule): LineAsked<R>[] => {
		const what = followed[rule.trigger];
		if (!what || !["event", "permitExpiry"].includes(rule.anchor)) return [];
		const { since, path, answers, renews = false } = what;
		const isOwn = (path === undefined || path === line.path) && (since === "permitExpiresOn" ? line.path !== "permanent" : stepsOf(line.path).includes(since));
		const day = isOwn ? line[since] : null;
		const isSaid = rule.trigger === "workStarted" && rule.dueUnit === "month" && (line.answeredMonths ?? []).includes(rule.dueCount);
		const isDone = day !== null && line.endedOn === null && (isSaid || answers.some((step) => line[step] !== null));
		if (day === null || line.endedOn !== null || isDone) return [{ rule, day, dueOn: today, isWanted: false, isDone, isCalled: false, renews }];
		const isStanding =
			!renews ||
			standing(
				rules.filter(({ trigger }) => trigger === rule.trigger),
				day,
				today,
			)?.code === rule.code;
		const due = dueOf(rule, day);
		// A permit that has just expired still has its last reminder.
		const lastOn = addSpan(renews && day > due ? day : due, { count: askedLateDays, unit: "day" });
		return [{ rule, day, dueOn: onOrAfter(due > today ? due : today), isWanted: isStanding, isDone: false, isCalled: lastOn >= today, renews }];
	});
}
