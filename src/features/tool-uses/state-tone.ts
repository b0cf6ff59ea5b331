import type { PortalState } from "#contract/portal-accounts.ts";
import type { Tone } from "#ui/Tag.tsx";

/** How each state is tinted; the word says it. */
export const stateTone: Record<PortalState, Tone> = { toOpen: "amber", opened: "info", active: "green", dormant: "neutral" };
