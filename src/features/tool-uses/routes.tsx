import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

// The page and its loader arrive together: the first screen of the application does not carry their contract.
export const toolUsesRoutes: RouteObject[] = [
	{
		path: paths.toolUses(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadToolUses,
			Component: async () => (await import("./ToolUsesPage.tsx")).ToolUsesPage,
		},
	},
	{
		path: paths.portal(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./portal-loaders.ts")).loadPortal,
			Component: async () => (await import("./PortalPage.tsx")).PortalPage,
		},
	},
];
