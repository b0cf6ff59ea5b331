import { type EmployerBrief, type KnownFact, rememberedDays, visitsRemembered } from "#contract/employer-brief.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { VisitReport } from "#contract/visit-report.ts";
import { addDays } from "./calendar.ts";

/** A completed visit as it stands. */
export type PastVisit = {
	id: string;
	occurredOn: LocalDate;
	mode: string;
	headline: string | null;
	summary: string | null;
	advisers: string[];
	report: VisitReport;
};
type Need = { occupationLabel: string; posts: number; recordedOn: LocalDate; visitId: string | null };

const isSaid = (value: unknown): value is string | number | boolean => value !== null && value !== undefined && value !== "";
const sourceOf = ({ id, occurredOn, advisers }: PastVisit) => ({ visitId: id, on: occurredOn, by: advisers });

/** Of the portrait, the capacity to welcome and the needs: the last that was said of each field within 90 days, with its source. `visits`: the latest first. */
export function knownFacts(visits: readonly PastVisit[], needs: readonly Need[], today: LocalDate): KnownFact[] {
	const recent = visits.filter(({ occurredOn }) => occurredOn >= addDays(today, -rememberedDays));
	const known = new Map<string, KnownFact>();
	for (const visit of recent)
		for (const block of ["profile", "capacity"] as const)
			for (const [field, value] of Object.entries(visit.report[block] ?? {}))
				if (isSaid(value) && !known.has(`${block} ${field}`)) known.set(`${block} ${field}`, { block, field, label: null, value, ...sourceOf(visit) });
	const ofNeeds = needs.flatMap(({ visitId, occupationLabel, posts }) => {
		const visit = recent.find(({ id }) => id === visitId);
		return visit ? [{ block: "need" as const, field: "posts", label: occupationLabel, value: posts, ...sourceOf(visit) }] : [];
	});
	return [...known.values(), ...ofNeeds];
}

/** The last visits, as they are read before the next. `visits`: the latest first. */
export const lastVisits = (visits: readonly PastVisit[]): EmployerBrief["visits"] =>
	visits.slice(0, visitsRemembered).map(({ report, ...visit }) => ({ ...visit, contactIds: report.contactIds ?? [] }));
