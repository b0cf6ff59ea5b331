import { accountEventFields, countAccountEvents, listAccountEvents } from "#contract/account-events.ts";

export const accountEventsSource = {
	list: listAccountEvents,
	counts: countAccountEvents,
	fields: accountEventFields,
	facets: ["kind", "personId", "actorId"],
} as const;
