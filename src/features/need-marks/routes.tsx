import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

export const needMarksRoutes: RouteObject[] = [
	{
		path: paths.needMarks(),
		lazy: {
			loader: async () => (await import("./queries.ts")).loadNeedMarks,
			Component: async () => (await import("./NeedMarksPage.tsx")).NeedMarksPage,
		},
	},
];
