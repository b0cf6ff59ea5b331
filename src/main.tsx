import "#ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { withoutEval } from "#contract/primitives.ts";
import { Application } from "#app/Application.tsx";
import { loadConfig } from "#lib/config.ts";

// The content security policy forbids eval: zod must not even try.
withoutEval();

// The API inside the page: development and the static demonstration only; the production build drops this branch.
if (import.meta.env.VITE_HOME === "browser") {
	const { startBrowserHome } = await import("../mocks/browser.ts");
	await startBrowserHome();
}
await loadConfig();

const root = document.getElementById("root");
if (root)
	createRoot(root).render(
		<StrictMode>
			<Application />
		</StrictMode>,
	);
