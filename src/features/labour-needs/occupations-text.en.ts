import type { fr } from "./occupations-text.fr.ts";

export const en: typeof fr = {
	others: "Others",
	total: "Total",
	everywhere: "all MRC",
	allOccupations: "All occupations",
	cell: (shown, count, occupation, mrc) => `${shown} ${count === 1 ? "opening" : "openings"} to fill, ${occupation}, ${mrc}`,
	matrix: {
		title: "Openings to fill by occupation and MRC",
		aside: (posts, needs) => `${posts} openings, ${needs} needs`,
		caption: "Openings to fill by occupation and MRC. Each number opens the list of the needs that it adds up.",
		corner: "Occupation",
	},
	sectors: {
		title: "Demand and openings filled by sector",
		aside: "openings to fill",
		summary: "Openings to fill, filled and asked for, by sector.",
		sector: "Sector",
		open: "To fill",
		filled: "Filled",
		asked: "Asked for",
		none: "Unknown sector",
		filledOf: (shown) => `${shown} filled`,
		askedOf: (shown) => `of ${shown}`,
	},
};
