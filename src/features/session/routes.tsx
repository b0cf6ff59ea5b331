import type { RouteObject } from "react-router";
import { queryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";
import { peopleQuery } from "./queries.ts";

export const sessionRoutes: RouteObject[] = [
	{
		path: "/connexion",
		loader: async () => {
			await Promise.all([queryClient.ensureQueryData(sessionQuery), queryClient.ensureQueryData(peopleQuery)]);
			return null;
		},
		lazy: { Component: async () => (await import("./SignInPage.tsx")).SignInPage },
	},
];
