import { immigrationSteps } from "#contract/immigration-steps.ts";
import { publishedFields } from "#contract/missions.ts";

/** What a creation must name and a story has nothing to say of. */
export const noStep = Object.fromEntries(immigrationSteps.map((step) => [step, null]));
export const blankLine = {
	...noStep,
	...{ labourNeedId: null, missionId: null, stream: null, country: null, occupationCode: null },
	...{ permitExpiresOn: null, endedOn: null, endReason: null, note: null },
};
export const blankNeed = {
	...{ permanence: null, startOn: null, hourlyWageCents: null, frenchLevel: null },
	...{ schedule: null, requirements: null, vacantMonths: null, localEfforts: null },
};
export const unpublished = Object.fromEntries(publishedFields.map((total) => [total, null]));
