import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const vocabulariesRoutes: RouteObject[] = [
	{
		path: paths.vocabularies(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadVocabularies,
			Component: async () => (await import("./VocabulariesPage.tsx")).VocabulariesPage,
		},
	},
];
