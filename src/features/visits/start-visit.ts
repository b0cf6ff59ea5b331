import type { VisitCreation } from "#contract/visits.ts";
import type { EmployerValue, PartnerValue } from "./report-values.ts";

export type StartKind = "group" | "partner";
/** A visit about to be begun; its id is made once and is the idempotency key of its creation. */
export type StartValues = { id: string; employers: EmployerValue[]; partner: PartnerValue | null; agreementId: string; occurredOn: string; headline: string };

export const emptyStart = (today: string): StartValues => ({
	id: crypto.randomUUID(),
	employers: [],
	partner: null,
	agreementId: "",
	occurredOn: today,
	headline: "",
});

/** A draft, or a plan when its day has not come. */
export const startBody = (kind: StartKind, start: StartValues, today: string, me: string): VisitCreation => ({
	id: start.id,
	status: start.occurredOn > today ? "planned" : "draft",
	mode: kind === "group" ? "groupSession" : "onSite",
	...(kind === "group"
		? { employerIds: start.employers.map(({ id }) => id) }
		: { employerIds: [], partnerId: start.partner?.id ?? null, agreementId: start.agreementId || null }),
	adviserIds: [me],
	occurredOn: start.occurredOn,
	headline: start.headline.trim() || null,
});
