import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

// Its pages are many words: none travels before it is opened.
const helpPage = { Component: async () => (await import("./HelpPage.tsx")).HelpPage };

export const helpRoutes: RouteObject[] = [
	{ path: paths.help("quoi-de-neuf"), lazy: { Component: async () => (await import("./NewsPage.tsx")).NewsPage } },
	{ path: paths.help(), lazy: helpPage },
	{ path: paths.help(":page"), lazy: { ...helpPage, loader: async () => (await import("./loaders.ts")).loadHelpPage } },
];
