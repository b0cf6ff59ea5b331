import { createBrowserRouter, type RouteObject, redirect } from "react-router";
import { accountEventsRoutes } from "#features/account-events/routes.tsx";
import { dashboardRoutes } from "#features/dashboard/routes.tsx";
import { employersRoutes } from "#features/employers/routes.tsx";
import { firstStepsRoutes } from "#features/first-steps/routes.tsx";
import { followUpsRoutes } from "#features/follow-ups/routes.tsx";
import { handOversRoutes } from "#features/hand-overs/routes.tsx";
import { helpRoutes } from "#features/help/routes.tsx";
import { historyRoutes } from "#features/history/routes.tsx";
import { importsRoutes } from "#features/imports/routes.tsx";
import { labourNeedsRoutes } from "#features/labour-needs/routes.tsx";
import { peopleRoutes } from "#features/people/routes.tsx";
import { accountRoutes, sessionRoutes } from "#features/session/routes.tsx";
import { stagesRoutes } from "#features/stages/routes.tsx";
import { supportCasesRoutes } from "#features/support-cases/routes.tsx";
import { toolUsesRoutes } from "#features/tool-uses/routes.tsx";
import { visitsRoutes } from "#features/visits/routes.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { ErrorPage } from "./ErrorPage.tsx";
import { employerPageRoutes } from "./employer/routes.tsx";
import { Layout } from "./Layout.tsx";
import { myDayRoutes } from "./my-day/routes.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { loadSignedIn, strangersFirst } from "./require-session.ts";
import { StartingPage } from "./StartingPage.tsx";

const welcomeRoute: RouteObject = { path: "/accueil", lazy: { Component: async () => (await import("./WelcomePage.tsx")).WelcomePage } };

/** Every page. Loaders start with the navigation, beside the page's own code: the data does not wait for the chunk. Made, and so started, once the address of the API is known. */
export const createRouter = () =>
	createBrowserRouter(
		[
			{
				errorElement: <ErrorPage />,
				hydrateFallbackElement: <StartingPage />,
				children: [
					...sessionRoutes,
					{
						element: <Layout />,
						middleware: [strangersFirst],
						loader: loadSignedIn,
						// The session is read again by the query's own age, not at each navigation.
						shouldRevalidate: () => false,
						children: [
							{
								errorElement: <ErrorPage inside />,
								children: [
									{ index: true, loader: async () => redirect(await (await import("./first-page.ts")).firstPageOf()), element: <Skeleton /> },
									...myDayRoutes,
									...employersRoutes,
									...employerPageRoutes,
									...supportCasesRoutes,
									...labourNeedsRoutes,
									...visitsRoutes,
									...followUpsRoutes,
									...toolUsesRoutes,
									...handOversRoutes,
									...stagesRoutes,
									...historyRoutes,
									...dashboardRoutes,
									...peopleRoutes,
									...accountEventsRoutes,
									...accountRoutes,
									...firstStepsRoutes,
									...importsRoutes,
									...helpRoutes,
									welcomeRoute,
									{ path: "*", element: <NotFoundPage /> },
								],
							},
						],
					},
				],
			},
		],
		{ basename: import.meta.env.BASE_URL },
	);
