import type { VisitRow } from "#contract/visits.ts";

/** Past these, the first and how many more. */
const namedAtMost = 3;

/** Whom a visit was paid to: « Ébénisterie du Mont », « Ferme Roy et 11 autres », or the partner. */
export const subjectName = (
	{ partner, employers }: Pick<VisitRow, "partner" | "employers">,
	list: (names: string[]) => string,
	andOthers: (first: string, others: number) => string,
): string => {
	const names = employers.map(({ employerName }) => employerName);
	const [first] = names;
	if (partner) return partner.partnerName;
	return first && names.length > namedAtMost ? andOthers(first, names.length - 1) : list(names);
};
