import { onOrAfter } from "#contract/business-days.ts";
import { waitingKinds } from "#contract/follow-ups.ts";
import { longReportDays } from "#contract/my-day.ts";
import type { Context } from "../caller.ts";
import { addDays } from "../rules/calendar.ts";

/** What a person has before them, as filters of the lists: the page of the day and the digest read the same rows. */
export function dayFilters({ caller, today }: Pick<Context, "caller" | "today">) {
	const me = caller.personId;
	const isManager = caller.role === "manager";
	const mine = `ownerId==${me};done==false`;
	const reports = `adviserId==${me};status=in=(draft,planned)`;
	// What a follow-up recalls to whoever sent it is among the follow-ups: one alert for one fact.
	const unanswered = `(fromPersonId==${me};unanswered==true;followed==false)`;
	const escalated = isManager ? ["escalated==true"] : [];
	// Of an agent, what is sent to their point of service too.
	const received =
		caller.role === "integrationAgent" && caller.servicePointId ? `(toPersonId==${me},toServicePointId==${caller.servicePointId})` : `toPersonId==${me}`;
	return {
		visits: `adviserId==${me};occurredOn==${today};status!=cancelled`,
		/** Today's, and those up to the next day one works. */
		visitsAhead: `adviserId==${me};occurredOn=ge=${today};occurredOn=le=${onOrAfter(addDays(today, 1))};status==planned`,
		due: `${mine};dueOn=le=${today}`,
		expected: `${mine};dueOn=gt=${today};kind=in=(${waitingKinds.join(",")})`,
		coming: `${mine};dueOn=gt=${today};dueOn=le=${addDays(today, 7)}`,
		referrals: [`(${received};open==true)`, unanswered, ...escalated].join(),
		/** Once it is acknowledged, a referral is in hand until its day has passed. */
		referralsToAnswer: [`(${received};open==true;(state==sent,unanswered==true))`, unanswered, ...escalated].join(),
		reports: `${reports};occurredOn=lt=${today}`,
		longReports: `${reports};occurredOn=lt=${addDays(today, -longReportDays)}`,
		sleepingCases: `advisorId==${me};sleeping==true`,
		wakingCases: `advisorId==${me};paused==true;pausedUntil=le=${addDays(today, 14)}`,
		/** Those of one's own employers; a manager answers for the region's. */
		redSignals: `level==red;handled==false${isManager ? "" : `;advisorId==${me}`}`,
	};
}
