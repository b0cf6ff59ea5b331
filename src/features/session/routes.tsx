import { type RouteObject, redirect } from "react-router";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";
import { peopleQuery } from "./people-query.ts";

/** Before the shell. */
export const sessionRoutes: RouteObject[] = [
	{
		path: paths.signIn(),
		loader: async () => {
			const [{ needsSetup }] = await Promise.all([queryClient.ensureQueryData(sessionQuery), queryClient.ensureQueryData(peopleQuery)]);
			if (needsSetup) throw redirect(paths.setup());
			return null;
		},
		lazy: { Component: async () => (await import("./SignInPage.tsx")).SignInPage },
	},
	{
		path: paths.setup(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadSetup,
			Component: async () => (await import("./SetupPage.tsx")).SetupPage,
		},
	},
	{
		path: paths.choosePassword(),
		loader: async () => {
			const { person, mustChangePassword } = await queryClient.ensureQueryData(sessionQuery);
			if (!person) throw redirect(paths.signIn());
			if (!mustChangePassword) throw redirect(paths.home());
			return null;
		},
		lazy: { Component: async () => (await import("./ChoosePasswordPage.tsx")).ChoosePasswordPage },
	},
];

/** Within it. */
export const accountRoutes: RouteObject[] = [
	{
		path: paths.account(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadAccount,
			Component: async () => (await import("./AccountPage.tsx")).AccountPage,
		},
	},
];
