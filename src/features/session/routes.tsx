import type { RouteObject } from "react-router";
import { listSessionPeople } from "#contract/session.ts";
import { apiQuery } from "#lib/api.ts";
import { queryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";

export const peopleQuery = apiQuery(listSessionPeople, {});

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
