import type { LocalDate } from "#contract/primitives.ts";
import type { ReferralLine, VisitReport } from "#contract/visit-report.ts";
import type { LineProblem } from "./visit-lines.ts";

/** What a complete line of block 9 says of its referral; whose employer it is, is said beside. */
export type ReferralContent = {
	id: string;
	toPersonId: string | null;
	toPartnerId: string | null;
	toService: string | null;
	contactName: string | null;
	reason: string;
	note: string | null;
	consentFrom: "employer";
	consentOn: LocalDate;
	consentMethod: "spoken" | "written";
	sentOn: LocalDate;
	/** Null: the day that the catalogue says. */
	replyExpectedOn: LocalDate | null;
};
export type PlacedReferral = { index: number; content: ReferralContent; employerId: string | null };

function readLine(line: ReferralLine, visitOn: LocalDate, today: LocalDate): { content: ReferralContent } | { problems: LineProblem[] } {
	const [toPersonId, toPartnerId, toService] = [line.toPersonId ?? null, line.toPartnerId ?? null, line.toService ?? null];
	const places = [toPersonId, toPartnerId, toService].filter(Boolean).length;
	const { reason, consentMethod } = line;
	// A visit planned for next week sends today what is already agreed.
	const sentOn = visitOn < today ? visitOn : today;
	const consentOn = line.consentOn ?? sentOn;
	const problems: LineProblem[] = [
		...(places === 1 ? [] : [{ path: "toService", code: places === 0 ? "required" : "one-destination" }]),
		...(reason ? [] : [{ path: "reason", code: "required" }]),
		// Nothing leaves without consent (law, art. 53.1): the line stays in the report, and is not sent.
		...(line.consentObtained === true ? [] : [{ path: "consentObtained", code: "consent-required" }]),
		...(consentMethod ? [] : [{ path: "consentMethod", code: "required" }]),
		...(consentOn > today ? [{ path: "consentOn", code: "date-in-future" }] : []),
	];
	if (problems.length > 0 || !reason || !consentMethod) return { problems };
	return {
		content: {
			id: line.id,
			toPersonId,
			toPartnerId,
			toService,
			contactName: line.contactName ?? null,
			reason,
			note: line.note ?? null,
			consentFrom: "employer",
			consentOn,
			consentMethod,
			sentOn,
			replyExpectedOn: line.replyExpectedOn ?? null,
		},
	};
}

/** A line of a report written before referrals were records names its service in words: it says what it said, and sends nothing. */
export const isOnlyNamed = ({ service, toPersonId, toPartnerId, toService }: ReferralLine) => Boolean(service) && !toPersonId && !toPartnerId && !toService;

/** The lines of block 9 that are complete, and what the others lack, as paths of the body. */
export function readReferralLines(report: VisitReport, visitOn: LocalDate, today: LocalDate): { complete: PlacedReferral[]; problems: LineProblem[] } {
	const complete: PlacedReferral[] = [];
	const problems: LineProblem[] = [];
	for (const [index, line] of (report.referrals ?? []).entries()) {
		if (isOnlyNamed(line)) continue;
		const read = readLine(line, visitOn, today);
		if ("content" in read) complete.push({ index, content: read.content, employerId: line.employerId ?? null });
		else problems.push(...read.problems.map(({ path, code }) => ({ path: `report.referrals.${index}.${path}`, code })));
	}
	return { complete, problems };
}

const same = (a: PlacedReferral, b: PlacedReferral) => a.employerId === b.employerId && JSON.stringify(a.content) === JSON.stringify(b.content);

/** Lines new or changed since the stored report are written; lines gone take theirs back. */
export function planReferrals(before: PlacedReferral[], after: PlacedReferral[]): { write: PlacedReferral[]; withdraw: ReferralContent[] } {
	const known = new Map(before.map((placed) => [placed.content.id, placed]));
	const kept = new Set(after.map(({ content }) => content.id));
	return {
		write: after.filter((placed) => {
			const stored = known.get(placed.content.id);
			return !stored || !same(placed, stored);
		}),
		withdraw: before.filter(({ content }) => !kept.has(content.id)).map(({ content }) => content),
	};
}
