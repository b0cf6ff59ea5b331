import type { Locator, Page } from "playwright";
import { expect } from "./visitor.ts";
import { numberOn, textOf } from "./words.ts";

const figure = (page: Page) => page.getByRole("figure", { name: /par étape/ });
const rowOf = (page: Page, stage: string): Locator =>
	figure(page)
		.getByRole("row")
		.filter({ has: page.getByRole("rowheader", { name: stage, exact: true }) });

/** On the dashboard: the funnel as a table of stages and numbers. */
export async function readFunnel(page: Page): Promise<Map<string, number>> {
	await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
	await figure(page).getByRole("button", { name: "Tableau" }).click();
	const rows = await figure(page)
		.getByRole("row")
		.filter({ has: page.getByRole("rowheader") })
		.all();
	return new Map(
		await Promise.all(rows.map(async (row) => [await textOf(row.getByRole("rowheader")), numberOn(await textOf(row.getByRole("link")))] as const)),
	);
}

/** Follows the number of a stage to the list that it counts. */
export const openStage = (page: Page, stage: string) => rowOf(page, stage).getByRole("link").click();
