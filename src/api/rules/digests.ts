import { isBusinessDay } from "#contract/business-days.ts";
import { type AlertKind, alertKinds, type DigestPreference } from "#contract/digests.ts";
import type { LocalDate } from "#contract/primitives.ts";
import { addDays } from "./calendar.ts";

/** Something that stands today, in one of its forms. */
export type Fact = {
	kind: AlertKind;
	/** What it is the form of: two forms of one fact bear one name. */
	fact: string;
	/** How it stands: once that changes, it is told again. */
	state: string;
	isLate: boolean;
	/** Other facts that it stands for: the referral whose outcome it recalls, the case that it moves. */
	covers: readonly string[];
};

/** What was told of a fact, by e-mail or by the page: how it stood, and when. */
export type Told = { fact: string; toldAs: string; toldOn: LocalDate; seenAs: string | null };

/** One alert for one fact: the most pressing of its forms, and none of those that another alert stands for. In the order of the kinds, otherwise as given. */
export function alertsOf<F extends Fact>(facts: readonly F[]): F[] {
	const known = new Set<string>();
	return alertKinds.flatMap((kind) => {
		const kept = facts.filter((one) => one.kind === kind).filter(({ fact }) => !known.has(fact) && known.add(fact));
		// What one of a kind stands for does not hide another of the same kind: both are to be done.
		for (const { covers } of kept) for (const fact of covers) known.add(fact);
		return kept;
	});
}

/** The Monday of a day's week. */
const weekOf = (day: LocalDate): LocalDate => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Not yet seen on the page as it stands. */
export const isUnseen = ({ fact, state }: Fact, told: ReadonlyMap<string, Told>): boolean => told.get(fact)?.seenAs !== state;

/** What the e-mail of a day tells of: what nothing has told of as it stands; and what is late, once in each week that begins with it (on Monday, or on the first day that is sent). */
export const isToTell = ({ fact, state, isLate }: Fact, told: ReadonlyMap<string, Told>, today: LocalDate): boolean => {
	const before = told.get(fact);
	return before === undefined || before.toldAs !== state || (isLate && weekOf(before.toldOn) < weekOf(today));
};

/** Has the hour of a person's digest come? */
export const isItsHour = ({ byMail, hour, workingDaysOnly }: Omit<DigestPreference, "version">, today: LocalDate, hourNow: number): boolean =>
	byMail && hour <= hourNow && (!workingDaysOnly || isBusinessDay(today));

/** Minutes before another attempt, longer each time: 2, 4, 8… up to an hour. */
export const pauseAfter = (attempts: number): number => Math.min(60, 2 ** Math.min(attempts, 6));
