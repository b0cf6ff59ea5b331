import { getQuestionnaire } from "#contract/questionnaire.ts";
import { apiQuery } from "#lib/api.ts";

export const questionnaireQuery = (employerId: string) => apiQuery(getQuestionnaire, { params: { id: employerId } });
