import type { VisitReport } from "#contract/visit-report.ts";

/** The blocks of a report that are written and not counted, as a form holds them: a text box knows no null. */
type Blocks = { [Name in keyof VisitReport]-?: NonNullable<VisitReport[Name]> };
const filled = <T extends object>(empty: T, said: object | null | undefined): T =>
	Object.fromEntries(Object.entries(empty).map(([field, nothing]) => [field, (said as Record<string, unknown> | undefined)?.[field] ?? nothing])) as T;

export const emptyProfile = {
	activity: "",
	sectorCode: "",
	employeesTotal: null as number | null,
	employeesPermanent: null as number | null,
	employeesSeasonal: null as number | null,
	temporaryForeignWorkers: null as number | null,
	shifts: "",
	union: "",
	trend: "" as "" | "growing" | "stable" | "declining",
	hasHumanResources: null as boolean | null,
	recruitedAbroad: "",
	frenchAtWork: "",
};
export type ProfileValues = typeof emptyProfile;

export const emptyCapacity = {
	housing: "" as "" | "provided" | "searching" | "none",
	housingReadiness: null as number | null,
	transportReadiness: null as number | null,
	languagePlanReadiness: null as number | null,
	mentoringReadiness: null as number | null,
	inclusionReadiness: null as number | null,
	note: "",
};
export type CapacityValues = typeof emptyCapacity;

export const emptyConsent = { informed: null as boolean | null, noticeVersion: "", informedOn: "", method: "" as "" | "spoken" | "written" };
export type ConsentValues = typeof emptyConsent;

const emptySignal = { code: "", employerId: "", note: "" };
export type SignalValues = typeof emptySignal;
const emptyReferral = {
	...{ id: "", employerId: "", toPersonId: "", toPartnerId: "", toService: "", service: "", contactName: "", reason: "", note: "" },
	consentObtained: null as boolean | null,
	consentOn: "",
	consentMethod: "" as "" | "spoken" | "written",
	replyExpectedOn: "",
};
export type ReferralValues = typeof emptyReferral;
const emptyDocument = { id: "", title: "", direction: "given" as "given" | "received" };
export type DocumentValues = typeof emptyDocument;

export const profileValues = (block?: Blocks["profile"] | null) => filled(emptyProfile, block);
export const capacityValues = (block?: Blocks["capacity"] | null) => filled(emptyCapacity, block);
export const consentValues = (block?: Blocks["consent"] | null) => filled(emptyConsent, block);
export const signalValues = (line: Blocks["signals"][number]) => filled(emptySignal, line);
export const referralValues = (line: Blocks["referrals"][number]) => filled(emptyReferral, line);
export const documentValues = (line: Blocks["documents"][number]) => filled(emptyDocument, line);

export const newSignal = (code: string): SignalValues => ({ ...emptySignal, code });
export const newReferral = (replyExpectedOn: string): ReferralValues => ({ ...emptyReferral, id: crypto.randomUUID(), replyExpectedOn });
export const newDocument = (): DocumentValues => ({ ...emptyDocument, id: crypto.randomUUID() });

const isNothing = (value: unknown) => value === null || value === "" || Number.isNaN(value);
/** Nothing was said of it. */
export const isBlank = (values: object): boolean => Object.values(values).every(isNothing);

/** As the API takes it: empty boxes are nulls, a number half typed is nothing yet. */
export const lineBody = <T extends object>(values: T): { [K in keyof T]-?: Exclude<T[K], "" | undefined> } =>
	Object.fromEntries(
		Object.entries(values).map(([field, value]) => [
			field,
			typeof value === "string" ? (field === "id" ? value : value.trim() || null) : isNothing(value) ? null : value,
		]),
	) as never;
const blockBody = <T extends object>(values: T) => (isBlank(values) ? undefined : lineBody(values));

export type BlockValues = {
	profile: ProfileValues;
	capacity: CapacityValues;
	signals: SignalValues[];
	referrals: ReferralValues[];
	documents: DocumentValues[];
	consent: ConsentValues;
};

export const blocksOf = (report: VisitReport): BlockValues => ({
	profile: profileValues(report.profile),
	capacity: capacityValues(report.capacity),
	signals: (report.signals ?? []).map(signalValues),
	referrals: (report.referrals ?? []).map(referralValues),
	documents: (report.documents ?? []).map(documentValues),
	consent: consentValues(report.consent),
});

/** An empty block is not written; an empty list takes back the one that was. */
export const blocksBody = ({ profile, capacity, signals, referrals, documents, consent }: BlockValues): VisitReport =>
	({
		profile: blockBody(profile),
		capacity: blockBody(capacity),
		signals: signals.map(lineBody),
		referrals: referrals.map(lineBody),
		documents: documents.map(lineBody),
		consent: blockBody(consent),
	}) as VisitReport;
