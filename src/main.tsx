import "#ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Application } from "#app/Application.tsx";
import { createRouter } from "#app/router.tsx";
import { withoutEval } from "#contract/primitives.ts";
import { loadConfig } from "#lib/config.ts";

// The content security policy forbids eval: zod must not even try.
withoutEval();

// A function, not an await at the top: what is imported below shares files with this module, and would wait for it for ever.
async function start(root: HTMLElement) {
	const { apiBase } = await loadConfig();

	// The API inside the page: development and the static demonstration only; the production build drops this branch.
	if (import.meta.env.VITE_HOME === "browser") {
		const { startBrowserHome } = await import("../mocks/browser.ts");
		await startBrowserHome(apiBase);
	}

	createRoot(root).render(
		<StrictMode>
			<Application router={createRouter()} />
		</StrictMode>,
	);
}

const root = document.getElementById("root");
if (root) void start(root);
