import type { Browser } from "playwright";
import { afterAll, beforeAll, inject, expect as same, test } from "vitest";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { signInAs } from "./support/session.ts";
import { desk, expect, openVisitor, phone } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

test.each([
	["au bureau", desk],
	["au téléphone", phone],
])(
	"%s, je note si la personne est encore en emploi\u00A0: sans réponse, c’est dit à côté\u00A0; noté, le suivi se ferme",
	{ timeout: 240_000 },
	async (_, viewport) => {
		const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { viewport, expected: /status of 400/ });
		await signInAs(context.request, "manager");
		await page.goto(paths.immigration());
		const { today } = await readApi<{ today: string }>(page, "/reference");
		const ago = new Date(Date.parse(today) - 120 * 86_400_000).toISOString().slice(0, 10);
		const filter = encodeURIComponent(`state==atWork;hiredOn=lt=${ago}`);
		const { items } = await readApi<{ items: ImmigrationLine[] }>(page, `/immigration-lines?limit=100&sort=-hiredOn&filter=${filter}`);
		let line: ImmigrationLine | undefined;
		for (const one of viewport === desk ? items : [...items].reverse()) {
			const { items: marks } = await readApi<{ items: { state: string }[] }>(page, `/immigration-lines/${one.id}/retention`);
			line = marks.some(({ state }) => state === "unknown") ? one : undefined;
			if (line) break;
		}
		if (!line) throw new Error("Of everybody at work, everything is known.");
		await page.goto(paths.immigrationLine(line.id));
		const say = page.getByRole("button", { name: /^Dire ce qui est su après/ }).first();
		const month = page
			.getByRole("listitem")
			.filter({ has: page.getByRole("button", { name: /^Dire ce qui est su après/ }) })
			.first();
		await expect(month).toContainText("Inconnu");
		same(await accessibilityFaults(page)).toEqual([]);
		same(await sidewaysScroll(page)).toEqual([]);
		const asked = await say.getAttribute("aria-label");
		await say.press("Enter");
		const dialog = page.getByRole("dialog", { name: /^Après .* de travail$/ });
		await dialog.getByRole("button", { name: "Enregistrer" }).click();
		await expect(dialog.getByText("À remplir.")).toBeVisible();
		same(await accessibilityFaults(page)).toEqual([]);
		await dialog.getByLabel("Encore en emploi").selectOption({ label: "Oui, en emploi" });
		await dialog.getByRole("button", { name: "Enregistrer" }).click();
		await expect(page.getByText("C’est noté.")).toBeVisible();
		await expect(page.getByRole("button", { name: asked ?? "" })).toHaveCount(0);
		await expect(
			page
				.getByRole("listitem")
				.filter({ hasText: /Su le / })
				.first(),
		).toContainText("En emploi");
		// What corrects it stays beside who knows it, however long the name.
		const correct = page.getByRole("button", { name: /^Corriger/ }).first();
		const [icon, said] = [
			await correct.boundingBox(),
			await page
				.getByText(/Su le .*, par|^Su le /)
				.first()
				.boundingBox(),
		];
		same(icon !== null && said !== null && icon.x >= said.x + said.width - 1 && icon.y < said.y + said.height && icon.y + icon.height > said.y).toBe(true);
		same(takeComplaints()).toEqual([]);
		await close();
	},
);
