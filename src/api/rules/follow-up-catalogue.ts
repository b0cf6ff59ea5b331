import { addSpan, onOrAfter } from "#contract/business-days.ts";
import type { FollowUpProposal, FollowUpRule } from "#contract/follow-ups.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { ProblemLanguage } from "#contract/problem-text.ts";

/** What the catalogue looks at. Of an employer alone, there is no visit. */
export type CatalogueFacts = {
	today: LocalDate;
	visit: { solutions: string[]; referrals: { service: string | null; replyExpectedOn: LocalDate | null }[] } | null;
	/** The Portail employeurs: since when the account is to be opened, since when it is active, and whether it has served since. */
	portal: { toOpenOn: LocalDate | null; accountOn: LocalDate | null; isUsed: boolean };
	/** How many it employs, from how many it registers at the OQLF today, and whether it was informed of it, registered or attested. */
	languageOffice: { employees: number | null; registerFrom: number; isKnown: boolean };
	/** Of an employer that is being accompanied: the last visit, call or follow-up done. Null: it is not. */
	lastInteractionOn: LocalDate | null;
	/** Kinds of next steps typed in the report. */
	reportKinds: readonly string[];
	/** Kinds of what is already to be done for the employer. */
	openKinds: readonly string[];
};

/** Solutions on which there is a document to send. */
const undocumented = new Set(["none"]);

/** An event that calls for a rule: on which day, in which words, and whether a counsellor usually follows it. */
type Call = { on: LocalDate; due?: LocalDate | null; detail?: string | null; isChosen: boolean };

/** The events that the house knows of today; the others are chosen by hand until their own records tell them. */
const events: Record<string, (facts: CatalogueFacts, rule: FollowUpRule) => Call[]> = {
	visitCompleted: ({ today, visit }, { kind }) =>
		visit ? [{ on: today, isChosen: kind === "summaryEmail" || visit.solutions.some((solution) => !undocumented.has(solution)) }] : [],
	portalToOpen: ({ today, visit, portal }) =>
		(portal.toOpenOn !== null || visit?.solutions.includes("employerPortal")) && portal.accountOn === null
			? [{ on: portal.toOpenOn ?? today, isChosen: true }]
			: [],
	// The second check is proposed when the first is behind: one at a time.
	portalActive: ({ today, portal }, { dueCount }) => {
		if (portal.accountOn === null || portal.isUsed) return [];
		const isFirstOver = addSpan(portal.accountOn, { count: 30, unit: "day" }) < today;
		return dueCount > 30 === isFirstOver ? [{ on: portal.accountOn, isChosen: true }] : [];
	},
	referralSent: ({ today, visit }) =>
		(visit?.referrals ?? []).map(({ service, replyExpectedOn }) => ({ on: today, due: replyExpectedOn, detail: service, isChosen: true })),
	// What one is informed of once (domain §2.4, « Employer ≥ 25 employees without OQLF status »). At the end of a visit, whoever was there knows whether it was spoken of.
	twentyFiveEmployees: ({ today, visit, languageOffice: { employees, registerFrom, isKnown } }) =>
		!isKnown && employees !== null && employees >= registerFrom ? [{ on: today, isChosen: visit === null }] : [],
	noInteraction: ({ today, visit, lastInteractionOn }, { dueCount }) =>
		!visit && lastInteractionOn !== null && addSpan(lastInteractionOn, { count: dueCount, unit: "day" }) <= today
			? [{ on: lastInteractionOn, isChosen: true }]
			: [],
};

const ofItsVisit = new Set(["visitCompleted", "referralSent"]);

/** A proposal is never late: what was due is due on the next working day. */
function dueOf(rule: FollowUpRule, { on, due }: Call, today: LocalDate): LocalDate {
	const day = due ?? addSpan(on, { count: rule.dueCount, unit: rule.dueUnit });
	return onOrAfter(day > today ? day : today);
}

/** What the catalogue proposes (domain §2.4), in its order; nothing that is already to be done. */
export function proposeFollowUps(catalogue: readonly FollowUpRule[], facts: CatalogueFacts, language: ProblemLanguage): FollowUpProposal[] {
	return catalogue.flatMap((rule) => {
		// Each visit has its own summary and its own referrals; an account or a silence is the employer's, whoever follows it already.
		if (facts.reportKinds.includes(rule.kind) || (!ofItsVisit.has(rule.trigger) && facts.openKinds.includes(rule.kind))) return [];
		return (events[rule.trigger]?.(facts, rule) ?? []).map((call) => {
			const title = language === "en" ? rule.titleEn : rule.titleFr;
			return {
				ruleCode: rule.code,
				kind: rule.kind,
				title: call.detail ? `${title}${language === "en" ? ": " : " : "}${call.detail}`.slice(0, 200) : title,
				dueOn: dueOf(rule, call, facts.today),
				isChosen: call.isChosen,
			};
		});
	});
}

const calledBy: Partial<Record<string, string>> = { toOpen: "portalToOpen", account: "portalActive" };

/**
 * What a step of the account of the Portail calls for as soon as it is recorded (domain §2.4): to be opened, that it is active in 10 business days; active, that it
 * has served after 30 days, then after 90. Of a step recorded late, only what is still to come, or the last one; of an account that has served, nothing.
 */
export function calledByStep(
	catalogue: readonly FollowUpRule[],
	{ event, occurredOn, isSettled }: { event: string; occurredOn: LocalDate; isSettled: boolean },
	today: LocalDate,
): { rule: FollowUpRule; dueOn: LocalDate }[] {
	if (isSettled) return [];
	const called = catalogue
		.filter(({ trigger }) => trigger === calledBy[event])
		.map((rule) => ({ rule, on: addSpan(occurredOn, { count: rule.dueCount, unit: rule.dueUnit }) }))
		.sort((a, b) => (a.on < b.on ? -1 : 1));
	const ahead = called.filter(({ on }) => on >= today);
	return (ahead.length > 0 ? ahead : called.slice(-1)).map(({ rule, on }) => ({ rule, dueOn: onOrAfter(on > today ? on : today) }));
}
