import type { RouteObject } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { requireOperation } from "#lib/session.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";
import { employersSource } from "./employers-source.ts";

export const employersRoutes: RouteObject[] = [
	{
		path: paths.employers(),
		loader: ({ request }) => prefetchList(employersSource, request),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: { Component: async () => (await import("./EmployersPage.tsx")).EmployersPage },
	},
	{
		path: paths.newEmployer(),
		loader: () => requireOperation("createEmployer"),
		lazy: { Component: async () => (await import("./NewEmployerPage.tsx")).NewEmployerPage },
	},
];
