import type { DataImport } from "#contract/imports.ts";

export const importSteps = ["file", "columns", "check", "apply", "result"] as const;
export type ImportStep = (typeof importSteps)[number];

/** The step an import stands at; while it waits, the address may ask to see its columns (`?etape=colonnes`). */
export function stepOf({ state, missing }: Pick<DataImport, "state" | "missing">, asked: string | null): ImportStep {
	if (state === "reading") return "file";
	if (state === "checking" || state === "ready") return missing.length > 0 || asked === "colonnes" ? "columns" : "check";
	return state === "applying" || state === "undoing" ? "apply" : "result";
}
