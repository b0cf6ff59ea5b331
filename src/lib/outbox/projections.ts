import type { FollowUp } from "#contract/follow-ups.ts";
import type { Visit, VisitChange, VisitCreation } from "#contract/visits.ts";
import type { Input } from "./item.ts";

type Values = Record<string, unknown>;
/** What the device knows of names, and who writes when. */
export type Known = {
	employer(id: string): { name: string; mrcCode?: string | null } | undefined;
	person(id: string): { name: string; role: string; servicePointId: string | null } | undefined;
	personId: string;
	today: string;
};
type Projection = (input: Input, before: Values, known: Known) => Values;

/** The parts of a visit that a write names by their ids, as screens read them. */
function named(body: VisitChange, before: Values, known: Known): Values {
	const parties = (before.employers ?? []) as Visit["employers"];
	const { employerIds, adviserIds, ...rest } = body;
	return {
		...rest,
		...(employerIds && {
			employers: employerIds.map(
				(employerId) =>
					parties.find((party) => party.employerId === employerId) ?? {
						employerId,
						employerName: known.employer(employerId)?.name ?? "",
						establishmentId: null,
						mrcCode: known.employer(employerId)?.mrcCode ?? null,
					},
			),
		}),
		...(adviserIds && {
			advisers: adviserIds.map((personId) => {
				const { name = "", role = "", servicePointId = null } = known.person(personId) ?? {};
				return { personId, name, role, servicePointId };
			}),
		}),
	};
}

const createVisit: Projection = ({ body }, before, known) => {
	const visit = body as VisitCreation;
	const empty = {
		id: visit.id,
		status: visit.status,
		mode: visit.mode,
		occurredOn: visit.occurredOn,
		headline: null,
		employers: [],
		partner: null,
		duplicates: [],
		advisers: [],
		solutions: [],
		needs: 0,
		posts: 0,
		completedOn: null,
		invitationKey: null,
		version: 1,
		can: { update: true, complete: true, cancel: true },
		durationMinutes: null,
		summary: null,
		noFollowUpReason: null,
		nextContactOn: null,
		cancelReason: null,
		createdBy: known.personId,
		report: {},
		addenda: [],
		incomplete: [],
	} satisfies Visit;
	return { ...empty, ...named(visit, { ...empty, ...before }, known) };
};

const createFollowUp: Projection = ({ body }, before, known) => {
	const sent = body as Pick<FollowUp, "id" | "employerId" | "kind" | "title" | "ownerId" | "dueOn"> & Partial<FollowUp>;
	return {
		employerName: known.employer(sent.employerId ?? "")?.name ?? "",
		supportCaseId: null,
		visitId: null,
		visitOn: null,
		coOwnerIds: [],
		doneOn: null,
		outcome: null,
		cancelReason: null,
		origin: "hand",
		ruleCode: null,
		repeatEvery: null,
		repeatUnit: null,
		postponements: 0,
		postponeReason: null,
		postponeNote: null,
		createdOn: known.today,
		version: 1,
		can: { update: true },
		...before,
		...sent,
	};
};

/** How screens show a record while a write of it waits. A write that is not here shows what it sends over what was there. */
const projections: Record<string, Projection> = {
	createVisit,
	updateVisit: ({ body }, before, known) => ({ ...before, ...named(body as VisitChange, before, known) }),
	completeVisit: ({ body }, before) => ({
		...before,
		status: "completed",
		completedOn: (body as { completedOn: string }).completedOn,
		can: { ...(before.can as object), complete: false, cancel: false },
	}),
	cancelVisit: ({ body }, before) => ({ ...before, status: "cancelled", cancelReason: (body as { reason: string }).reason, can: {} }),
	addVisitAddendum: ({ body }, before, known) => {
		const { id, text } = body as { id: string; text: string };
		return { ...before, addenda: [...((before.addenda ?? []) as object[]), { id, text, writtenOn: known.today, writtenBy: known.personId }] };
	},
	createFollowUp,
};

export const projected = (operation: string, input: Input, before: Values, known: Known): Values =>
	(projections[operation] ?? (({ body }) => ({ ...before, ...(body as object | undefined) })))(input, before, known);
