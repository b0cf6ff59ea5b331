const missionEvents = new Set(["registered", "tookPart"]);
const francisationEvents = new Set(["francisationInformed", "francisationRegistered", "oqlfRegistered", "courseStarted", "oqlfAttestation"]);

/** Whose events are called by which vocabulary. */
export const vocabularyOfTool = { employerPortal: "portalEvent", journeesQuebec: "missionEvent", francisation: "francisationEvent" } as const;

/** Of which tool an event is: no code is of two. Kept apart from the contract, which the pages that only name an event do not carry; a test compares the two. */
export const toolOfEvent = (event: string): keyof typeof vocabularyOfTool =>
	francisationEvents.has(event) ? "francisation" : missionEvents.has(event) ? "journeesQuebec" : "employerPortal";

export const vocabularyOfEvent = (event: string) => vocabularyOfTool[toolOfEvent(event)];
