import { countSignals, listSignals, signalFields } from "#contract/signals.ts";

export const signalsSource = {
	list: listSignals,
	counts: countSignals,
	fields: signalFields,
	facets: ["handled", "level", "code", "source", "year", "mrcCode", "sectorCode", "advisorId"],
	opensFiltered: true,
} as const;

/** What is still to be seen to: how the list opens from the navigation. */
export const openSignals = "handled==false";
