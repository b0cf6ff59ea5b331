import { createBrowserRouter, redirect } from "react-router";
import { employersRoutes } from "#features/employers/routes.tsx";
import { followUpsRoutes } from "#features/follow-ups/routes.tsx";
import { accountRoutes, sessionRoutes } from "#features/session/routes.tsx";
import { supportCasesRoutes } from "#features/support-cases/routes.tsx";
import { visitsRoutes } from "#features/visits/routes.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { ErrorPage } from "./ErrorPage.tsx";
import { employerPageRoutes } from "./employer/routes.tsx";
import { Layout } from "./Layout.tsx";
import { myDayRoutes } from "./my-day/routes.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { loadSignedIn, strangersFirst } from "./require-session.ts";
import { StartingPage } from "./StartingPage.tsx";

const pages = "pages";

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
								id: pages,
								errorElement: <ErrorPage inside />,
								children: [
									{ index: true, loader: async () => redirect(await (await import("./first-page.ts")).firstPageOf()), element: <Skeleton /> },
									...myDayRoutes,
									...employersRoutes,
									...employerPageRoutes,
									...supportCasesRoutes,
									...visitsRoutes,
									...followUpsRoutes,
									...accountRoutes,
									{ path: "*", element: <NotFoundPage /> },
								],
							},
						],
					},
				],
			},
		],
		{
			basename: import.meta.env.BASE_URL,
			// The first screen does not carry the addresses of every other: what is not a page of each day is looked up when it is gone to.
			patchRoutesOnNavigation: async ({ patch }) => patch(pages, (await import("./other-routes.ts")).otherRoutes),
		},
	);
