import { paths } from "#lib/paths.ts";

export type Figure = { value: number; list: string; filter: string };

const pages: Record<string, (state: { filtre: string }) => string> = {
	listEmployers: paths.employers,
	listSupportCases: (state) => paths.supportCases({ vue: "liste", ...state }),
	listLabourNeeds: paths.labourNeeds,
	listVisits: paths.visits,
	listFollowUps: paths.followUps,
	listToolUses: paths.toolUses,
};

/** The page whose rows a figure counts. */
export function figurePath({ list, filter }: Pick<Figure, "list" | "filter">): string {
	const page = pages[list];
	if (!page) throw new Error(`No page shows the rows of ${list}.`);
	return page({ filtre: filter });
}
