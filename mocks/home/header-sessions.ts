import type { SessionPort } from "#api/caller.ts";

/** Stands for the cookie, which does not cross a service worker: the tab keeps it, the API reads it. */
export const personHeader = "x-demonstration-person";

export const headerSessions: SessionPort = {
	find: async (request) => {
		const personId = request.headers.get(personHeader);
		return personId ? { personId } : null;
	},
	open: async (personId) => ({ [personHeader]: personId }),
	close: async () => ({ [personHeader]: "" }),
};
