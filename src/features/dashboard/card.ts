import type { Dashboard } from "#contract/dashboard.ts";
import type { Figures } from "./figures.ts";

/** What each card draws from: the answer, and its figures with where they open. */
export type CardProps = { dashboard: Dashboard; figures: Figures };
