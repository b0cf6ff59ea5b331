import { listToolRules } from "#contract/tool-rules.ts";
import { apiQuery } from "../api.ts";

export const rulesQuery = apiQuery(listToolRules, {});
