import { fold } from "#contract/fold.ts";
import { holdsIdentifier } from "#contract/identifier.ts";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { FieldProblem } from "../refusal.ts";

type OfLine = Pick<ImmigrationLine, "label" | "arrivedOn" | "startedOn" | "endedOn">;

/** The day from which Accompagnement Québec is offered: the arrival, or the start of work of whoever was here already (domain §2.2, stage 7). */
export const hereSince = ({ arrivedOn, startedOn }: Pick<OfLine, "arrivedOn" | "startedOn">): LocalDate | null => arrivedOn ?? startedOn;

/** Why nothing is offered to the person of a line: not here yet, or no longer. */
export const faultOfOffer = (line: Pick<OfLine, "arrivedOn" | "startedOn" | "endedOn">): "not-arrived" | "line-over" | null =>
	hereSince(line) === null ? "not-arrived" : line.endedOn !== null ? "line-over" : null;

/** Nobody was offered anything before being here, nor tomorrow. */
export function faultOfDeclining(line: OfLine, declinedOn: LocalDate, today: LocalDate): FieldProblem | null {
	const [path, since, fault] = ["declinedOn", hereSince(line), faultOfOffer(line)] as const;
	if (fault) return { path, code: fault };
	if (declinedOn > today) return { path, code: "date-in-future" };
	return since !== null && declinedOn < since ? { path, code: "before-arrival", parameters: { day: since } } : null;
}

export type Signal = {
	toServicePointId?: string | null | undefined;
	volets?: readonly string[] | undefined;
	persons?: number | null | undefined;
	countsOnly?: boolean | undefined;
	contactName?: string | null | undefined;
	note?: string | null | undefined;
};
export type SignalSent = Signal & {
	consentFrom: "employer" | "person" | null;
	consentOn: LocalDate | null;
	consentMethod: string | null;
	immigrationLineId?: string | null | undefined;
	countedLineIds?: readonly string[] | undefined;
};

/** What a signal says, beside the lines it comes from; of any other referral, none of it. A note names nobody: neither a number nor the label of a line. */
export function faultsOfContent(signal: Signal, lines: readonly Pick<OfLine, "label">[]): FieldProblem[] {
	const { toServicePointId, volets = [], persons = null, countsOnly = false, contactName, note } = signal;
	if (!toServicePointId)
		return [
			...(volets.length > 0 ? [{ path: "volets", code: "signal-only" }] : []),
			...(persons !== null ? [{ path: "persons", code: "signal-only" }] : []),
			...(countsOnly ? [{ path: "countsOnly", code: "signal-only" }] : []),
		];
	const said = fold(note ?? "");
	const isLabelled = lines.some(({ label }) => fold(label).length > 2 && said.includes(fold(label)));
	return [
		...(volets.length === 0 ? [{ path: "volets", code: "required" }] : []),
		...(persons === null ? [{ path: "persons", code: "required" }] : []),
		...(!countsOnly && persons !== null && persons > 1 ? [{ path: "persons", code: "one-person-with-consent" }] : []),
		...(countsOnly && contactName ? [{ path: "contactName", code: "counted-names-nobody" }] : []),
		...(holdsIdentifier(note ?? "") ? [{ path: "note", code: "identifier-in-note" }] : isLabelled ? [{ path: "note", code: "label-in-note" }] : []),
	];
}

/** A referral as it would be sent: consent, or a count; of a signal, the person's own consent, given here (law, art. 53.1; domain §2.6). */
export function faultsOfSending(sent: SignalSent, lines: readonly OfLine[], today: LocalDate): FieldProblem[] {
	const { toServicePointId, countsOnly = false, consentFrom, consentOn, consentMethod, immigrationLineId, countedLineIds = [], persons } = sent;
	const faults = faultsOfContent(sent, lines);
	if (!toServicePointId && immigrationLineId) faults.push({ path: "immigrationLineId", code: "signal-only" });
	if ((!toServicePointId || !countsOnly) && countedLineIds.length > 0) faults.push({ path: "countedLineIds", code: "signal-only" });
	const offer = lines.map(faultOfOffer).find((fault) => fault !== null);
	if (offer) faults.push({ path: immigrationLineId ? "immigrationLineId" : "countedLineIds", code: offer });
	if (countsOnly) {
		if (immigrationLineId) faults.push({ path: "immigrationLineId", code: "counted-without-line" });
		if (persons && persons < countedLineIds.length) faults.push({ path: "persons", code: "fewer-than-lines", parameters: { count: countedLineIds.length } });
		return faults;
	}
	for (const [path, value] of [["consentFrom", consentFrom] as const, ["consentOn", consentOn] as const, ["consentMethod", consentMethod] as const])
		if (value === null) faults.push({ path, code: "required" });
	if (toServicePointId && consentFrom === "employer") faults.push({ path: "consentFrom", code: "consent-of-person" });
	const since = lines[0] ? hereSince(lines[0]) : null;
	if (consentOn !== null && consentOn > today) faults.push({ path: "consentOn", code: "date-in-future" });
	else if (consentOn !== null && since !== null && consentOn < since)
		faults.push({ path: "consentOn", code: "consent-before-arrival", parameters: { day: since } });
	return faults;
}
