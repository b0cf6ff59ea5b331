import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

const loaders = () => import("./loaders.ts");
const tabs = () => import("./tabs.tsx");
const signals = () => import("./SignalsTab.tsx");
const documents = () => import("./DocumentsTab.tsx");
const history = () => import("./HistoryTab.tsx");
const print = () => import("./PrintTab.tsx");

// The page and its loaders arrive together: the first screen of the application does not carry their contracts.
export const employerPageRoutes: RouteObject[] = [
	{
		path: paths.employer(":id", "preparation"),
		lazy: {
			loader: async () => (await import("#features/briefs/brief-query.ts")).loadBrief,
			Component: async () => (await import("#features/briefs/BriefPage.tsx")).BriefPage,
		},
	},
	{
		path: paths.employer(":id"),
		lazy: { loader: async () => (await loaders()).loadEmployer, Component: async () => (await import("./EmployerPage.tsx")).EmployerPage },
		children: [
			{ index: true, lazy: { loader: async () => (await loaders()).loadThread, Component: async () => (await tabs()).ThreadTab } },
			{ path: "besoins", lazy: { loader: async () => (await loaders()).loadNeeds, Component: async () => (await tabs()).NeedsTab } },
			{ path: "dossiers", lazy: { loader: async () => (await loaders()).loadCases, Component: async () => (await import("./CasesTab.tsx")).CasesTab } },
			{ path: "visites", lazy: { loader: async () => (await loaders()).loadVisits, Component: async () => (await tabs()).VisitsTab } },
			{ path: "outils", lazy: { loader: async () => (await loaders()).loadTools, Component: async () => (await import("./ToolsTab.tsx")).ToolsTab } },
			{ path: "immigration", lazy: { Component: async () => (await tabs()).LinesTab } },
			{ path: "signaux", lazy: { loader: async () => (await signals()).loadSignalsTab, Component: async () => (await signals()).SignalsTab } },
			{ path: "documents", lazy: { loader: async () => (await documents()).loadDocumentsTab, Component: async () => (await documents()).DocumentsTab } },
			{ path: "historique", lazy: { loader: async () => (await history()).loadHistoryTab, Component: async () => (await history()).HistoryTab } },
			{ path: "impression", lazy: { loader: async () => (await print()).loadPrint, Component: async () => (await print()).PrintTab } },
			{ path: "personnes", lazy: { Component: async () => (await tabs()).PeopleTab } },
		],
	},
];
