import { requireOperation } from "#lib/session.ts";

export const loadTours = async () => {
	await requireOperation("getTour");
	return null;
};
