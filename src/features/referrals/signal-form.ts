import type { Employer } from "#contract/employers.ts";
import type { Reference } from "#contract/reference.ts";
import type { Referral } from "#contract/referrals.ts";

/** What the form of a signal holds; `persons` is asked only when persons are counted. */
export type SignalValues = {
	way: "person" | "count";
	toServicePointId: string;
	volets: string[];
	persons: number | null;
	note: string;
	consentObtained: boolean;
	consentMethod: "spoken" | "written";
	consentOn: string;
};

export const newSignalValues = (today: string, way: SignalValues["way"], point: string): SignalValues => ({
	...{ way, toServicePointId: point, volets: [], persons: way === "person" ? 1 : null, note: "" },
	...{ consentObtained: false, consentMethod: "spoken", consentOn: today },
});

export const signalValues = (signal: Referral): SignalValues => ({
	...{ way: signal.countsOnly ? "count" : "person", toServicePointId: signal.toServicePointId ?? "", volets: signal.volets, persons: signal.persons },
	note: signal.note ?? "",
	...{ consentObtained: !signal.countsOnly, consentMethod: signal.consentMethod ?? "spoken", consentOn: signal.consentOn ?? "" },
});

/** What may still change once it is sent. */
export const signalChangeOf = ({ way, toServicePointId, volets, persons, note }: SignalValues) => ({
	toServicePointId,
	volets,
	persons: way === "person" ? 1 : persons,
	note: note.trim() || null,
});

/** `lineId`: from the line of a person, who is named by it, or only counted. */
export function signalCreationOf(id: string, values: SignalValues, employerId: string, lineId: string | null) {
	const isCount = values.way === "count";
	const consent = { consentFrom: "person" as const, consentOn: values.consentOn, consentMethod: values.consentMethod };
	return {
		...{ id, employerId, toPersonId: null, toPartnerId: null, toService: null, contactName: null, reason: "welcome" },
		...signalChangeOf(values),
		countsOnly: isCount,
		immigrationLineId: isCount ? null : lineId,
		countedLineIds: isCount && lineId ? [lineId] : [],
		consentObtained: !isCount && values.consentObtained,
		...(isCount ? { consentFrom: null, consentOn: null, consentMethod: null } : consent),
	};
}

/** The point of service of the employer's municipality, else of its MRC; nothing when neither has one that is open. */
export function nearestPoint(
	{ servicePoints, municipalities }: Pick<Reference, "servicePoints" | "municipalities">,
	employer: Pick<Employer, "mrcCode" | "establishments">,
): string {
	const open = servicePoints.filter(({ isOpen }) => isOpen);
	const home = employer.establishments.find(({ isMain }) => isMain)?.municipalityCode;
	const mrcOf = (code: string | null) => municipalities.find((one) => one.code === code)?.mrcCode ?? null;
	const found =
		open.find(({ municipalityCode }) => home && municipalityCode === home) ??
		open.find((point) => employer.mrcCode && mrcOf(point.municipalityCode) === employer.mrcCode);
	return found?.id ?? "";
}
