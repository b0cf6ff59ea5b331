import type { Visit, VisitCreation } from "#contract/visits.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import type { Invitation } from "./invitation.ts";

export type InvitationValues = {
	/** Of the visit, made once: the idempotency key of its creation. */
	id: string;
	employer: ComboboxItem | null;
	day: string;
	time: string;
	mode: string;
	headline: string;
	place: string;
};

const modeOf = ({ title, place }: Invitation): string => {
	if (/teams|zoom|webex|meet\.google|google meet|visio/i.test(`${place} ${title}`)) return "video";
	return place === "" && /(?<!\p{L})(?:appel|téléphon\p{L}*|call|phone)(?!\p{L})/iu.test(title) ? "phone" : "onSite";
};

export const valuesOfInvitation = (invitation: Invitation): InvitationValues => ({
	id: crypto.randomUUID(),
	employer: null,
	day: invitation.day,
	time: invitation.startsAt ?? "",
	mode: modeOf(invitation),
	headline: invitation.title,
	place: invitation.place,
});

/** A draft, or a plan when its day has not come. Of the file, what the form shows and nothing else. */
export const invitationBody = (values: InvitationValues, invitation: Invitation, today: string, me: string): VisitCreation => ({
	id: values.id,
	status: values.day > today ? "planned" : "draft",
	invitationKey: invitation.key,
	employerIds: values.employer ? [values.employer.id] : [],
	adviserIds: [me],
	mode: values.mode,
	occurredOn: values.day,
	durationMinutes: values.time ? invitation.minutes : null,
	headline: values.headline.trim() || null,
	report: { startsAt: values.time || null, place: values.place.trim() || null },
});

/** Whether the invitation says another moment than the visit: what was sent again, moved. An hour that it does not say is not a change. */
export const isMoved = (visit: Pick<Visit, "occurredOn" | "report">, { day, startsAt }: Invitation): boolean =>
	visit.occurredOn !== day || (startsAt !== null && (visit.report.startsAt ?? null) !== startsAt);

export const movedBody = (visit: Visit, { day, startsAt, minutes }: Invitation) => ({
	occurredOn: day,
	...(minutes === null ? {} : { durationMinutes: minutes }),
	report: { ...visit.report, ...(startsAt === null ? {} : { startsAt }) },
});
