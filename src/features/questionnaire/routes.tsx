import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

export const questionnaireRoutes: RouteObject[] = [
	{
		path: paths.questionnaire(),
		lazy: {
			loader: async () => (await import("./settings-loader.ts")).loadQuestions,
			Component: async () => (await import("./QuestionsPage.tsx")).QuestionsPage,
		},
	},
];
