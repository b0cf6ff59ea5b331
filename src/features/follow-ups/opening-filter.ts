import type { Role } from "#contract/endpoint.ts";

export type Whose = "mine" | "all";

/** What the page opens on, when its address asks for nothing: what is left to do, mine for a counsellor, everyone's for a manager. */
export const openingFilter = (person: { id: string; role: Role }): string => (person.role === "manager" ? "done==false" : `done==false;ownerId==${person.id}`);

/** The switch reads the owner's facet: mine, everyone's, or neither when someone else is chosen. */
export const whoseOf = (owners: readonly string[], me: string): Whose | null =>
	owners.length === 0 ? "all" : owners.length === 1 && owners[0] === me ? "mine" : null;
