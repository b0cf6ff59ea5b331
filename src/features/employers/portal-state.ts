import type { EmployerRow } from "#contract/employers.ts";
import { daysBetween } from "#lib/days.ts";

export const portalStates = ["active", "dormant", "neverUsed", "none"] as const;
export type PortalState = (typeof portalStates)[number];

/** Where an employer stands with the Portail employeurs: the same four states as the facet; « active » is used in the last 90 days. */
export function portalStateOf({ portalAccountOn, portalLastUseOn }: Pick<EmployerRow, "portalAccountOn" | "portalLastUseOn">, today: string): PortalState {
	if (portalAccountOn === null) return "none";
	if (portalLastUseOn === null) return "neverUsed";
	return daysBetween(portalLastUseOn, today) <= 90 ? "active" : "dormant";
}
