import type { RouteObject } from "react-router";
import { accountEventsRoutes } from "#features/account-events/routes.tsx";
import { dashboardRoutes } from "#features/dashboard/routes.tsx";
import { digestsRoutes } from "#features/digests/routes.tsx";
import { firstStepsRoutes } from "#features/first-steps/routes.tsx";
import { handOversRoutes } from "#features/hand-overs/routes.tsx";
import { helpRoutes } from "#features/help/routes.tsx";
import { historyRoutes } from "#features/history/routes.tsx";
import { immigrationLinesRoutes } from "#features/immigration-lines/routes.tsx";
import { importsRoutes } from "#features/imports/routes.tsx";
import { labourNeedsRoutes } from "#features/labour-needs/routes.tsx";
import { missionsRoutes } from "#features/missions/routes.tsx";
import { needMarksRoutes } from "#features/need-marks/routes.tsx";
import { outboxRoutes } from "#features/outbox/routes.tsx";
import { peopleRoutes } from "#features/people/routes.tsx";
import { plannerRoutes } from "#features/planner/routes.tsx";
import { questionnaireRoutes } from "#features/questionnaire/routes.tsx";
import { referralsRoutes } from "#features/referrals/routes.tsx";
import { signalsRoutes } from "#features/signals/routes.tsx";
import { stagesRoutes } from "#features/stages/routes.tsx";
import { toolUsesRoutes } from "#features/tool-uses/routes.tsx";
import { toursRoutes } from "#features/tours/routes.tsx";
import { vocabulariesRoutes } from "#features/vocabularies/routes.tsx";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

/** One line, with what is said of it elsewhere. */
const immigrationLineRoute: RouteObject = {
	path: paths.immigrationLine(":id"),
	shouldRevalidate: onlyWhenThePageChanges,
	lazy: {
		loader: async () => (await import("#features/immigration-lines/loaders.ts")).loadLine,
		Component: async () => (await import("./immigration/ImmigrationLinePage.tsx")).ImmigrationLinePage,
	},
};

const welcomeRoute: RouteObject = { path: "/accueil", lazy: { Component: async () => (await import("./WelcomePage.tsx")).WelcomePage } };

/** The pages that are not those of each day; each with its own code, as the others. */
export const otherRoutes: RouteObject[] = [
	...toursRoutes,
	...referralsRoutes,
	...toolUsesRoutes,
	...missionsRoutes,
	...plannerRoutes,
	...immigrationLinesRoutes,
	immigrationLineRoute,
	...handOversRoutes,
	...signalsRoutes,
	...stagesRoutes,
	...vocabulariesRoutes,
	...questionnaireRoutes,
	...labourNeedsRoutes,
	...needMarksRoutes,
	...historyRoutes,
	...dashboardRoutes,
	...digestsRoutes,
	...peopleRoutes,
	...accountEventsRoutes,
	...firstStepsRoutes,
	...importsRoutes,
	...outboxRoutes,
	...helpRoutes,
	welcomeRoute,
];
