import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

export const peopleRoutes: RouteObject[] = [
	{
		path: paths.people(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadPeople,
			Component: async () => (await import("./PeoplePage.tsx")).PeoplePage,
		},
	},
];
