import { listStageSettings } from "#contract/stages.ts";
import { apiQuery } from "#lib/api.ts";

export const stagesQuery = apiQuery(listStageSettings, {});
