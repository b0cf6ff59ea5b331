import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";
import { onlyWhenThePageChanges } from "#lib/when-the-page-changes.ts";

export const digestsRoutes: RouteObject[] = [
	{
		path: paths.digest(),
		shouldRevalidate: onlyWhenThePageChanges,
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadDigest,
			Component: async () => (await import("./DigestPage.tsx")).DigestPage,
		},
	},
	{
		path: paths.mail(),
		lazy: {
			loader: async () => (await import("./loaders.ts")).loadMailState,
			Component: async () => (await import("./MailPage.tsx")).MailPage,
		},
	},
];
