import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import { RouterProvider } from "react-router/dom";
import { useApplyPreferences } from "#lib/apply-preferences.ts";
import { queryClient } from "#lib/query-client.ts";
import { preloadAria } from "#ui/lazy-aria.tsx";
import { Toasts } from "#ui/Toasts.tsx";
import type { createRouter } from "./router.tsx";

export function Application({ router }: { router: ReturnType<typeof createRouter> }) {
	useApplyPreferences();
	useEffect(preloadAria, []);
	return (
		<QueryClientProvider client={queryClient}>
			<RouterProvider router={router} />
			<Toasts />
		</QueryClientProvider>
	);
}
