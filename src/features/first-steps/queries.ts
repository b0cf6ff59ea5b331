import { getFirstSteps } from "#contract/first-steps.ts";
import { apiQuery } from "#lib/api.ts";

/** Somebody may have done a step a moment ago, elsewhere. */
export const firstStepsQuery = { ...apiQuery(getFirstSteps, {}), staleTime: 0 };
