import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect as expectValue, inject, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";

let browser: Browser;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
	browser = await launchChromium();
	visitor = await openVisitor(browser, inject("homes").server);
	page = visitor.page;
	await signInAs(visitor.context.request, "advisor");
}, 300_000);
afterAll(async () => {
	expectValue(visitor.takeComplaints()).toEqual([]);
	await browser.close();
});

test("À côté de ma page, l’aide se cherche et se lit d’un sujet à l’autre sans que je la quitte", { timeout: 120_000 }, async () => {
	await page.goto("/employeurs");
	await settled(page);
	await page.getByRole("button", { name: /^Aide/ }).click();
	const help = page.getByRole("complementary", { name: "Aide" });
	await expect(help.getByRole("heading", { name: "Rechercher et filtrer" })).toBeVisible();
	await help.getByRole("searchbox").fill("fiche employeur");
	await help.getByRole("link", { name: "Lire et modifier une fiche d’employeur" }).click();
	await expect(help.getByRole("heading", { name: "Lire et modifier une fiche d’employeur" })).toBeVisible();
	await help.getByRole("link", { name: "importez un fichier" }).press("Enter");
	await expect(help.getByRole("heading", { name: "Importer des employeurs" })).toBeVisible();
	expectValue(new URL(page.url()).pathname).toBe("/employeurs");
});
