import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import type { VisitRow } from "#contract/visits.ts";
import { addDays } from "#lib/days.ts";
import { formatFor } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { sidewaysScroll } from "./support/judge.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, phone } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const invitation = (uid: string, title: string, day: string, time: string) =>
	[
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"METHOD:REQUEST",
		"BEGIN:VEVENT",
		`UID:${uid}`,
		`DTSTART;TZID=Eastern Standard Time:${day.replaceAll("-", "")}T${time.replace(":", "")}00`,
		"DURATION:PT1H",
		`SUMMARY:${title.replace(/[,;]/g, "\\$&")}`,
		"LOCATION:Salle Yamaska",
		"END:VEVENT",
		"END:VCALENDAR",
	].join("\r\n");

/** As the mouse does: over the page, where the words say what to do, then let go. */
async function drop(page: Page, text: string) {
	const transfer = await page.evaluateHandle((content) => {
		const held = new DataTransfer();
		held.items.add(new File([content], "invitation.ics", { type: "text/calendar" }));
		return held;
	}, text);
	// As a hand that stays over the page: it is said again and again.
	await expect(async () => {
		await page.locator("main").dispatchEvent("dragover", { dataTransfer: transfer });
		await expect(page.getByText("Déposez l’invitation")).toBeVisible({ timeout: 500 });
	}).toPass({ timeout: 60_000 });
	await page.locator("main").dispatchEvent("drop", { dataTransfer: transfer });
	await expect(page.getByText("Déposez l’invitation")).toHaveCount(0);
}

test("La même invitation, déposée deux fois, donne une visite ; déplacée, elle la déplace ; au téléphone, un fichier se choisit, et ce qui n’en est pas une le dit", {
	timeout: 300_000,
}, async () => {
	const { page, context, takeComplaints, close } = await openVisitor(browser, inject("homes").server);
	const person = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const { today } = await readApi<{ today: string }>(page, "/reference");
	const { items } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=1&filter=${encodeURIComponent(`advisorId==${person.id}`)}`);
	const name = items[0]?.name ?? "";
	const prose = formatFor("fr").prose;
	const [day, later] = [addDays(today, 20), addDays(today, 22)];
	const uid = randomUUID();
	const drawn = async () =>
		(await readApi<{ items: VisitRow[] }>(page, "/visits?filter=invitationKey=null=false&limit=500")).items.filter(({ headline }) =>
			headline?.includes(uid.slice(0, 8)),
		);
	const title = `Rencontre chez ${name} – ${uid.slice(0, 8)}`;
	const dialog = page.getByRole("dialog", { name: "Visite d’une invitation" });

	// Anywhere: the page of the account knows nothing of visits.
	await drop(page, invitation(uid, title, day, "13:30"));
	await expect(dialog.getByRole("combobox", { name: "Employeur" })).toHaveValue(name);
	await expect(dialog.getByLabel("Date")).toHaveValue(day);
	await expect(dialog.getByLabel("Heure")).toHaveValue("13:30");
	await dialog.getByRole("textbox", { name: "Lieu" }).press("Enter");
	await expect(page.getByText(`Visite prévue le ${prose(day)}, 13 h 30`)).toBeVisible();
	expect(await drawn()).toMatchObject([{ status: "planned", occurredOn: day, employers: [{ employerName: name }] }]);

	await drop(page, invitation(uid, title, day, "13:30"));
	await expect(dialog.getByText("Déjà dans vos visites")).toBeVisible();
	await expect(dialog.getByRole("button", { name: /^Déplacer/ })).toHaveCount(0);
	await page.keyboard.press("Escape");

	await drop(page, invitation(uid, title, later, "09:00"));
	await dialog.getByRole("button", { name: `Déplacer au ${prose(later)}, 9 h` }).press("Enter");
	await expect(page.getByText(`Visite déplacée au ${prose(later)}, 9 h.`)).toBeVisible();
	const visits = await drawn();
	expect(visits).toMatchObject([{ status: "planned", occurredOn: later }]);

	// By the keyboard alone, on a phone.
	await page.setViewportSize(phone);
	await page.goto(paths.visits());
	const choose = async (name: string, text: string) => {
		const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Invitation (.ics)" }).press("Enter")]);
		await chooser.setFiles({ name, mimeType: "text/calendar", buffer: Buffer.from(text) });
	};
	await choose("invitation.eml", "Ceci n’est pas une invitation.");
	await expect(dialog.getByText("Aucune rencontre dans ce fichier.", { exact: false })).toBeVisible();
	await page.keyboard.press("Escape");
	await choose("invitation.ics", invitation(randomUUID(), "Rencontre d’inconnus zzyzx", day, "10:00"));
	await dialog.getByRole("button", { name: "Planifier la visite" }).press("Enter");
	await expect(dialog.getByText("Choisissez l’employeur de la rencontre.")).toBeVisible();
	await expect(dialog.getByRole("combobox", { name: "Employeur" })).toBeFocused();
	expect(await sidewaysScroll(page)).toEqual([]);
	await page.keyboard.press("Escape");

	await page.goto(paths.visit(visits[0]?.id ?? ""));
	const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Ajouter à mon calendrier" }).press("Enter")]);
	expect(file.suggestedFilename()).toBe(`visite-${later}.ics`);
	expect(takeComplaints()).toEqual([]);
	await close();
});
