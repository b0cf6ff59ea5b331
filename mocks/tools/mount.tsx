import { Suspense } from "react";
import { createRoot } from "react-dom/client";
import { wordsNow } from "#lib/words.ts";
import type { Scenario } from "../world/world.ts";
import styles from "./DemonstrationTools.module.css";
import { DemonstrationTools } from "./DemonstrationTools.tsx";
import { text } from "./text.ts";

/** In a root of its own, after the application. */
export function mountTools(scenario: Scenario, onReset: (scenario: Scenario) => Promise<void>) {
	const place = document.body.appendChild(document.createElement("div"));
	place.id = "demonstration-tools";
	createRoot(place).render(
		<Suspense fallback={null}>
			<DemonstrationTools scenario={scenario} onReset={onReset} />
		</Suspense>,
	);
}

/** A first start takes a second or two: says so where the application will stand. Returns what takes it away. */
export function showPreparation(): () => void {
	const place = document.createElement("main");
	place.className = styles.preparing ?? "";
	place.setAttribute("role", "status");
	const late = setTimeout(() => {
		place.textContent = wordsNow(text).preparing;
		document.body.prepend(place);
	}, 400);
	return () => {
		clearTimeout(late);
		place.remove();
	};
}
