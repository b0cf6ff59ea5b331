import { addSpan } from "#contract/business-days.ts";
import type { PortalState } from "#contract/portal-accounts.ts";
import type { LocalDate } from "#contract/primitives.ts";
import { isPortalStep, isPortalUse } from "#contract/tool-uses.ts";

/** A step of an account or a use of it, on its day. */
export type PortalFact = { event: string; occurredOn: LocalDate };
type Days = LocalDate | null;
export type PortalStanding = { state: PortalState; sinceOn: LocalDate; toOpenOn: Days; openedOn: Days; activeOn: Days; firstUseOn: Days; lastUseOn: Days };

const daysOf = (facts: readonly PortalFact[], of: (event: string) => boolean) =>
	facts
		.filter(({ event }) => of(event))
		.map(({ occurredOn }) => occurredOn)
		.sort();
const latest = (...days: Days[]): Days => days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null);

/** The days that count, of facts of any order. */
function readDays(facts: readonly PortalFact[]) {
	const [accounts, uses] = [daysOf(facts, (event) => event === "account"), daysOf(facts, isPortalUse)];
	const first = (event: string): Days => daysOf(facts, (one) => one === event)[0] ?? null;
	return {
		toOpenOn: first("toOpen"),
		openedOn: first("opened"),
		firstActiveOn: accounts[0] ?? null,
		lastActiveOn: accounts.at(-1) ?? null,
		saidDormantOn: daysOf(facts, (event) => event === "dormant").at(-1) ?? null,
		firstUseOn: uses[0] ?? null,
		lastUseOn: uses.at(-1) ?? null,
	};
}

/**
 * How an account of the Portail stands on a day, of what is dated by then (domain §3.1, « Inscription Portail employeurs »); null when nothing is. A use proves an
 * active account. It sleeps when somebody said so and nothing came after, or when nothing came for more than `dormantAfterDays` days.
 * The list says the same in SQL (portal-accounts.ts); a test compares the two.
 */
export function standingOf(facts: readonly PortalFact[], asOf: LocalDate, dormantAfterDays: number): PortalStanding | null {
	const known = facts.filter(({ event, occurredOn }) => occurredOn <= asOf && (isPortalStep(event) || isPortalUse(event)));
	const { firstActiveOn, lastActiveOn, saidDormantOn, ...days } = readDays(known);
	const activeOn = firstActiveOn ?? days.firstUseOn;
	const lastSign = latest(lastActiveOn, days.lastUseOn);
	const standing = (state: PortalState, sinceOn: LocalDate) => ({
		state,
		sinceOn,
		toOpenOn: days.toOpenOn,
		openedOn: days.openedOn,
		activeOn,
		firstUseOn: days.firstUseOn,
		lastUseOn: days.lastUseOn,
	});
	if (saidDormantOn !== null && (lastSign === null || saidDormantOn >= lastSign)) return standing("dormant", saidDormantOn);
	if (lastSign !== null && activeOn !== null) {
		const asleepFrom = addSpan(lastSign, { count: dormantAfterDays + 1, unit: "day" });
		if (asleepFrom <= asOf) return standing("dormant", asleepFrom);
		return standing("active", saidDormantOn !== null && lastActiveOn !== null && lastActiveOn > saidDormantOn ? lastActiveOn : activeOn);
	}
	if (days.openedOn !== null) return standing("opened", days.openedOn);
	return days.toOpenOn === null ? null : standing("toOpen", days.toOpenOn);
}

export type PortalFault = { path: "event" | "occurredOn"; code: string; parameters?: { on: LocalDate } };

/**
 * What stands against a fact among the others of the employer: each step in its order, once; no use before the account is active. Null: nothing.
 * An account that slept wakes up: its activations, and the days when somebody said that it sleeps, are judged by those just before and just after them.
 */
export function faultOfFact(others: readonly PortalFact[], { event, occurredOn }: PortalFact): PortalFault | null {
	const { toOpenOn, openedOn, firstActiveOn, firstUseOn } = readDays(others);
	const around = (days: readonly LocalDate[]) => ({ before: days.findLast((day) => day <= occurredOn), after: days.find((day) => day > occurredOn) });
	const dormants = daysOf(others, (one) => one === "dormant");
	const at = (code: string, on: LocalDate, path: PortalFault["path"] = "occurredOn"): PortalFault => ({ path, code, parameters: { on } });
	if (event === "toOpen") {
		if (toOpenOn !== null) return at("portal-step-known", toOpenOn, "event");
		const open = [openedOn, firstActiveOn, firstUseOn].filter((day) => day !== null).sort()[0];
		return open !== undefined && open <= occurredOn ? at("portal-already-open", open, "event") : null;
	}
	if (event === "opened") {
		if (openedOn !== null) return at("portal-step-known", openedOn, "event");
		return firstActiveOn !== null && occurredOn > firstActiveOn ? at("portal-opened-after-active", firstActiveOn) : null;
	}
	if (event === "account") {
		if (openedOn !== null && occurredOn < openedOn) return at("portal-active-before-opened", openedOn);
		const { before, after } = around(daysOf(others, (one) => one === "account"));
		const hasSlept = (from: LocalDate, to: LocalDate) => dormants.some((day) => from <= day && day <= to);
		if (before !== undefined && !hasSlept(before, occurredOn)) return at("portal-step-known", before, "event");
		if (after !== undefined && !hasSlept(occurredOn, after)) return at("portal-step-known", after, "event");
		return before === undefined && firstUseOn !== null && firstUseOn < occurredOn && !hasSlept(firstUseOn, occurredOn)
			? at("portal-active-after-use", firstUseOn)
			: null;
	}
	if (event === "dormant") {
		const signs = daysOf(others, (one) => one === "account" || isPortalUse(one));
		const { before, after } = around(dormants);
		const since = [firstActiveOn, firstUseOn].filter((day) => day !== null).sort()[0];
		if (since === undefined || since > occurredOn) return { path: "occurredOn", code: "portal-dormant-without-account" };
		if (before !== undefined && !signs.some((day) => before < day && day <= occurredOn)) return at("portal-step-known", before, "event");
		return after !== undefined && !signs.some((day) => occurredOn < day && day <= after) ? at("portal-step-known", after, "event") : null;
	}
	return isPortalUse(event) && firstActiveOn !== null && occurredOn < firstActiveOn ? at("portal-use-before-active", firstActiveOn) : null;
}
