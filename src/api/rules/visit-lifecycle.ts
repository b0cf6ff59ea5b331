import type { LocalDate } from "#contract/primitives.ts";
import { lockedAfterDays, type VisitStatus } from "#contract/visits.ts";
import { addDays } from "./calendar.ts";

export type StoredVisitStatus = Exclude<VisitStatus, "locked">;
export type VisitAction = "update" | "complete" | "cancel" | "addendum";

/** `locked` is never stored: it begins the day after the thirtieth. */
export const visitStatusOn = (visit: { status: StoredVisitStatus; completedOn: LocalDate | null }, today: LocalDate): VisitStatus =>
	visit.status === "completed" && visit.completedOn !== null && addDays(visit.completedOn, lockedAfterDays) < today ? "locked" : visit.status;

const actions: Record<VisitStatus, readonly VisitAction[]> = {
	planned: ["update", "complete", "cancel"],
	draft: ["update", "complete", "cancel"],
	// Still corrected for 30 days, but it stays complete (visit-completeness.ts).
	completed: ["update", "addendum"],
	locked: ["addendum"],
	cancelled: [],
};

export const visitAllows = (status: VisitStatus, action: VisitAction): boolean => actions[status].includes(action);

export type VisitEvent = { kind: "change"; to?: "planned" | "draft" | undefined } | { kind: "complete" } | { kind: "cancel" } | { kind: "addendum" };

/** Where an event takes a visit; null when the life of a visit does not allow it. What is completed never goes back. */
export function nextVisitStatus(from: VisitStatus, event: VisitEvent): VisitStatus | null {
	switch (event.kind) {
		case "change":
			if (!visitAllows(from, "update")) return null;
			if (event.to === undefined) return from;
			return from === "completed" ? null : event.to;
		case "complete":
			return visitAllows(from, "complete") ? "completed" : null;
		case "cancel":
			return visitAllows(from, "cancel") ? "cancelled" : null;
		case "addendum":
			return visitAllows(from, "addendum") ? from : null;
	}
}
