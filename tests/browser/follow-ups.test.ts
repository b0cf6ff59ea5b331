import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import { addBusinessDays, isBusinessDay } from "#contract/business-days.ts";
import type { EmployerRow } from "#contract/employers.ts";
import type { MyDay } from "#contract/my-day.ts";
import { addDays } from "#lib/days.ts";
import { formatFor } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi, writeApi } from "./support/api.ts";
import { sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, phone } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

type Ground = { today: string; me: string; employer: EmployerRow };

async function groundOf(page: Page, me: string): Promise<Ground> {
	const { today } = await readApi<{ today: string }>(page, "/reference");
	const { items } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=1&filter=${encodeURIComponent(`advisorId==${me}`)}`);
	const [employer] = items;
	if (!employer) throw new Error("This person follows no employer.");
	return { today, me, employer };
}
const add = (page: Page, { me, employer }: Ground, title: string, dueOn: string, more: Record<string, unknown> = {}) =>
	writeApi(page, "/follow-ups", { id: randomUUID(), employerId: employer.id, kind: "call", title, ownerId: me, dueOn, ...more });

/** A week to come whose Monday and Tuesday are both worked. */
function openMonday(today: string): string {
	for (let monday = addDays(today, 8); ; monday = addDays(monday, 1))
		if (new Date(`${monday}T12:00:00Z`).getUTCDay() === 1 && isBusinessDay(monday) && isBusinessDay(addDays(monday, 1))) return monday;
}
/** The answer has come: what is done next is done to what was saved. */
const written = (page: Page, act: () => Promise<void>) =>
	Promise.all([page.waitForResponse((response) => response.request().method() === "PATCH" && response.ok()), act()]);
const dayRegion = (page: Page, day: string) => page.locator(`[data-column="${day}"]`);

test("Une semaine de suivis, au clavier : je change de jour, j’annule, je marque fait, il revient, je reporte avec une raison", {
	timeout: 300_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server);
	const person = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const ground = await groundOf(page, person.id);
	const monday = openMonday(ground.today);
	const tuesday = addDays(monday, 1);
	const title = `Confirmer l’horaire ${randomUUID().slice(0, 6)}`;
	await add(page, ground, title, monday, { repeatEvery: 1, repeatUnit: "week" });
	await page.goto(paths.followUps({ vue: "semaine", du: monday, filtre: `ownerId==${person.id}` }));
	const cardOn = (day: string) => dayRegion(page, day).getByRole("listitem").filter({ hasText: title });

	await cardOn(monday).focus();
	await written(page, () => page.keyboard.press("Shift+ArrowRight"));
	await expect(cardOn(tuesday)).toBeFocused();
	await expect(page.getByText(`${title} :`, { exact: false }).first()).toBeVisible();
	await page.keyboard.press("Control+z");
	await expect(cardOn(monday)).toBeVisible();
	await expect(page.getByText("Annulé", { exact: true }).first()).toBeVisible();

	// By mouse, the same write.
	await written(page, () => cardOn(monday).dragTo(dayRegion(page, tuesday)));
	await expect(cardOn(tuesday)).toBeVisible();
	await cardOn(tuesday).focus();
	await written(page, () => page.keyboard.press("Shift+ArrowLeft"));
	await expect(cardOn(monday)).toBeFocused();
	await written(page, () => page.keyboard.press("Shift+ArrowRight"));
	await expect(cardOn(tuesday)).toBeFocused();

	await cardOn(tuesday).focus();
	await written(page, () => page.keyboard.press("f"));
	await expect(page.getByText("Le prochain est prévu.", { exact: false })).toBeVisible();
	await page.getByRole("button", { name: "Semaine suivante" }).press("Enter");
	const [next] = [addDays(monday, 7)].map((day) => (isBusinessDay(day) ? day : addBusinessDays(day, 1)));
	await expect(cardOn(next as string)).toBeVisible();
	await expect(page).toHaveURL((url) => url.searchParams.get("du") === addDays(monday, 7));
	await page.getByRole("button", { name: "Semaine précédente" }).press("Enter");
	await cardOn(tuesday).focus();
	await written(page, () => page.keyboard.press("f"));
	await expect(cardOn(tuesday).getByRole("checkbox")).not.toBeChecked();

	await cardOn(tuesday).focus();
	await page.keyboard.press("Enter");
	const panel = page.getByRole("complementary", { name: ground.employer.name });
	await expect(panel.getByText("chaque semaine")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(panel).toBeHidden();

	await cardOn(tuesday).focus();
	await page.keyboard.press("r");
	const dialog = page.getByRole("dialog", { name: "Reporter le suivi" });
	await expect(dialog).toBeVisible();
	const later = addBusinessDays(tuesday, 3);
	await dialog.getByRole("radio", { name: "Autre date" }).check();
	await dialog.getByLabel("Nouvelle échéance").fill(later);
	await dialog.getByRole("combobox", { name: "Raison" }).selectOption({ label: "En attente d’une réponse" });
	await page.keyboard.press("Enter");
	await expect(cardOn(later)).toBeVisible();
	await cardOn(later).getByRole("button", { name: title }).press("Enter");
	await expect(panel.getByText("En attente d’une réponse", { exact: false })).toBeVisible();
	expect(takeComplaints()).toEqual([]);
	await close();
});

test("Ma journée, au pouce : je reporte, j’annule, je marque fait, et le nombre suit ; la semaine se lit sans défiler de côté", {
	timeout: 300_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { viewport: phone });
	const person = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const ground = await groundOf(page, person.id);
	const title = `Rappeler ${randomUUID().slice(0, 6)}`;
	// The oldest of all: the first of its column.
	await add(page, ground, title, "2020-01-15");
	const { due } = await readApi<MyDay>(page, "/my-day");
	await page.goto("/");
	await expect(page.getByRole("heading", { level: 1, name: "Ma journée" })).toBeVisible();
	const column = page.getByRole("region", { name: /^En retard et dus/ });
	const item = column.getByRole("listitem").filter({ hasText: title });
	const total = (count: number) => expect(column.getByRole("link", { name: new RegExp(`^${formatFor("fr").number(count)} \\(ouvrir`) })).toBeVisible();
	await total(due.total);
	await item.getByRole("button", { name: /^Dans 2.semaines/ }).click();
	await page.getByRole("dialog", { name: "Reporter le suivi" }).getByRole("button", { name: "Reporter", exact: true }).click();
	await expect(item).toHaveCount(0);
	await total(due.total - 1);
	await page.getByRole("button", { name: "Annuler", exact: true }).last().click();
	await expect(item).toBeVisible();
	await item.getByRole("checkbox", { name: new RegExp(title) }).click();
	await expect(item).toHaveCount(0);
	await total(due.total - 1);
	expect(await sidewaysScroll(page)).toEqual([]);
	await page.getByRole("link", { name: "Semaine" }).click();
	await expect(page.getByRole("group", { name: "Semaine de suivis" })).toBeVisible();
	await settled(page);
	expect(await sidewaysScroll(page)).toEqual([]);
	expect(takeComplaints()).toEqual([]);
	await close();
});

test("Le résumé du jour, au clavier : le menu dit combien d’alertes sont nouvelles, la page les montre toutes, et elles ne le sont plus ensuite", {
	timeout: 300_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server);
	const person = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const ground = await groundOf(page, person.id);
	const title = `Relancer ${randomUUID().slice(0, 6)}`;
	await add(page, ground, title, ground.today);
	const { unseen } = await readApi<{ unseen: number }>(page, "/digest/count");
	await page.goto(paths.myDay());
	const link = page.getByRole("navigation").getByRole("link", { name: /^Résumé du jour/ });
	await expect(link).toHaveAccessibleName(new RegExp(`^Résumé du jour ${unseen}\\b`));
	await link.focus();
	await Promise.all([page.waitForResponse((response) => response.url().endsWith("/digest/seen") && response.ok()), page.keyboard.press("Enter")]);
	const fresh = page.getByRole("region", { name: "Nouvelles" }).getByRole("listitem");
	await expect(fresh).toHaveCount(unseen);
	await expect(fresh.filter({ hasText: title })).toHaveCount(1);
	await expect(link).toHaveAccessibleName("Résumé du jour");
	// Back on it, what was new is among what is still to be done.
	await page.reload();
	const known = page.getByRole("region", { name: "Déjà vues, encore à traiter" }).getByRole("listitem");
	await expect(known.filter({ hasText: title })).toHaveCount(1);
	await known.filter({ hasText: title }).getByRole("link").focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("complementary").getByRole("heading", { name: title })).toBeVisible();
	expect(takeComplaints()).toEqual([]);
	await close();
});
