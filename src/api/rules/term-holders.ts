import type { TermHolder } from "#contract/vocabularies.ts";

/** Vocabularies to which a region adds nothing: another value would be counted by no figure, or is not the region's to invent. */
const closed: Partial<Record<string, TermHolder>> = {
	visitMode: "figures",
	portalEvent: "figures",
	missionEvent: "figures",
	francisationEvent: "figures",
	sector: "official",
};

/** Terms that the code knows by name: retired, something would stop working without a word. « all »: those that the product brought. */
const held: Partial<Record<string, { by: TermHolder; codes: "all" | readonly string[] }>> = {
	visitMode: { by: "figures", codes: "all" },
	portalEvent: { by: "figures", codes: "all" },
	missionEvent: { by: "figures", codes: "all" },
	francisationEvent: { by: "figures", codes: "all" },
	newcomerVolet: { by: "figures", codes: "all" },
	followUpKind: { by: "catalogue", codes: "all" },
	// « None » is what says that no solution was presented.
	solution: { by: "rules", codes: ["none"] },
	// What was filled before channels were noted.
	needChannel: { by: "rules", codes: ["unspecified"] },
};

export const closedBy = (vocabulary: string): TermHolder | null => closed[vocabulary] ?? null;

export function heldBy({ vocabulary, code, isAdded }: { vocabulary: string; code: string; isAdded: boolean }): TermHolder | null {
	const holding = held[vocabulary];
	return holding && !isAdded && (holding.codes === "all" || holding.codes.includes(code)) ? holding.by : null;
}
