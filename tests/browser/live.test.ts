import { randomUUID } from "node:crypto";
import { type APIRequestContext, type Browser, type Page, request as playwrightRequest, type Response } from "playwright";
import { afterAll, afterEach, beforeAll, describe, inject, test } from "vitest";
import type { Employer, EmployerRow } from "#contract/employers.ts";
import type { SessionPerson } from "#contract/session.ts";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import { launchChromium } from "../support/chromium.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
let advisor: Visitor & { person: SessionPerson };
/** A colleague whose screen nobody looks at: what they write is what counts. */
let colleague: APIRequestContext;
const visitors: Visitor[] = [];
async function enter(role: SessionPerson["role"], expected: RegExp) {
	const visitor = await openVisitor(browser, inject("homes").server, { expected });
	visitors.push(visitor);
	return { ...visitor, person: await signInAs(visitor.context.request, role) };
}
beforeAll(async () => {
	browser = await launchChromium();
	colleague = await playwrightRequest.newContext({ baseURL: inject("homes").server });
	await signInAs(colleague, "manager");
	// What a colleague saved meanwhile is a 412, merged without a word: the browser writes it down as an error.
	advisor = await enter("advisor", /status of 412 /);
});
afterAll(async () => {
	for (const visitor of visitors) {
		expect(visitor.takeComplaints()).toEqual([]);
		await visitor.close();
	}
	await colleague.dispose();
	await browser.close();
});

/** What is promised. */
const soon = { timeout: 5_000 };
const isChanges = (response: Response) => response.url().includes("/api/changes?since=");

/** Opens a page and waits until it follows what colleagues write. */
async function follow(page: Page, address: string) {
	const following = page.waitForResponse(isChanges);
	await page.goto(address);
	await settled(page);
	await following;
}

const read = async <Answer>(path: string) => (await (await colleague.get(`/api${path}`)).json()) as Answer;
/** What the colleague changed is put back at the end of each test. */
const putBack: (() => Promise<unknown>)[] = [];
async function change(path: string, fields: Record<string, unknown>, before: Record<string, unknown>, writer = colleague) {
	const write = async (data: Record<string, unknown>) => {
		const { version } = await read<{ version: number }>(path);
		const headers = { "if-match": `"${version}"`, "idempotency-key": randomUUID() };
		const response = await writer.patch(`/api${path}`, { data, headers });
		expect([path, response.status()]).toEqual([path, 200]);
	};
	await write(fields);
	putBack.push(() => write(before));
}
afterEach(async () => {
	for (const undo of putBack.splice(0).reverse()) await undo();
});

const news = (page: Page) => page.getByRole("button", { name: /nouveautés? — Afficher/ });
/** Even for the time of a flash. */
const isAnnounced = (page: Page) =>
	news(page)
		.waitFor({ timeout: 2_500 })
		.then(
			() => true,
			() => false,
		);
/** What is drawn, and where. */
const rows = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll("tbody tr[aria-rowindex], [data-card]")].map((row) => {
			const { top, left } = row.getBoundingClientRect();
			return `${row.textContent} ${top} ${left}`;
		}),
	);

describe("Les nouveautés d’une collègue", () => {
	test("Sont annoncées au-dessus de la liste sans en bouger une ligne, et paraissent quand je le demande", { timeout: 300_000 }, async () => {
		const { page } = advisor;
		const { page: asking, context } = await enter("recruitmentAdvisor", /changes\/stream/);
		await context.route("**/api/changes/stream*", (route) => route.fulfill({ status: 404, body: "" }));
		await asking.clock.install();
		await Promise.all([follow(page, "/employeurs"), follow(asking, "/employeurs")]);
		const { items } = await read<{ items: EmployerRow[] }>("/employers?limit=6&sort=name");
		const [, , third, , , sixth] = items;
		if (!third || !sixth) throw new Error("The region has too few employers.");
		await page.locator("tbody tr").nth(4).hover();
		const before = await rows(page);
		const full = await read<Employer>(`/employers/${sixth.id}`);
		await change(`/employers/${sixth.id}`, { activity: "Relue par la gestion" }, { activity: full.activity });
		await change(`/employers/${third.id}`, { name: "Zythologie du Faubourg" }, { name: third.name });
		await change(`/employers/${third.id}`, { activity: "Brasserie" }, { activity: null });

		await expect(page.getByRole("button", { name: "2 nouveautés — Afficher" })).toBeVisible(soon);
		await expect(page.getByRole("status").filter({ hasText: "2 nouveautés" })).toBeAttached();
		expect(await rows(page)).toEqual(before);
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.setViewportSize(phone);
		expect(await sidewaysScroll(page)).toEqual([]);
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.setViewportSize(desk);

		await news(page).press("Enter");
		await expect(page.getByRole("link", { name: third.name, exact: true })).toHaveCount(0);
		await expect(news(page)).toHaveCount(0);
		expect(await page.evaluate(() => document.activeElement?.closest("tbody") !== null)).toBe(true);
		// Where no answer may stay open, the page asks every fifteen seconds.
		await asking.clock.fastForward(15_000);
		await expect(asking.getByRole("button", { name: "2 nouveautés — Afficher" })).toBeVisible(soon);
	});

	test("Se lisent d’elles-mêmes sur la fiche ouverte, mais pas pendant que j’y écris ; les miennes ne s’annoncent pas", { timeout: 300_000 }, async () => {
		const { page, person } = advisor;
		const mine = encodeURIComponent(`advisorId==${person.id}`);
		const employer = (await read<{ items: EmployerRow[] }>(`/employers?limit=8&sort=-name&filter=${mine}`)).items[5];
		if (!employer) throw new Error("This person has too few employers.");
		const address = `/employers/${employer.id}`;
		await follow(page, `/employeurs/${employer.id}`);
		const edit = page.getByRole("button", { name: "Modifier", exact: true });
		await edit.focus();
		await change(address, { name: `${employer.name} (vu)` }, { name: employer.name });
		const heading = page.getByRole("heading", { level: 1, includeHidden: true });
		await expect(heading).toHaveText(`${employer.name} (vu)`, soon);
		await expect(edit).toBeFocused();

		await edit.click();
		const dialog = page.getByRole("dialog", { name: /^Modifier / });
		await dialog.getByRole("textbox", { name: /^Activité/ }).fill("Ce que je suis en train d’écrire");
		const heard = page.waitForResponse(isChanges);
		await change(address, { name: `${employer.name} (encore)` }, { name: `${employer.name} (vu)` });
		await heard;
		await page.waitForTimeout(1_000);
		await expect(heading).toHaveText(`${employer.name} (vu)`);
		await dialog.getByRole("button", { name: "Enregistrer", exact: true }).click();
		await expect(heading).toHaveText(`${employer.name} (encore)`, soon);

		await follow(page, "/suivis");
		const announced = isAnnounced(page);
		await page.locator("tbody").getByRole("checkbox").first().click();
		const undo = page.getByRole("status", { name: "Messages" }).getByRole("button", { name: "Annuler" });
		await expect(undo).toBeVisible();
		expect(await announced).toBe(false);
		await undo.click();
		await expect(undo).toHaveCount(0);

		// Nor what one writes from elsewhere: one knows what one did.
		const ownPhone = await playwrightRequest.newContext({ baseURL: inject("homes").server });
		await signInAs(ownPhone, "advisor");
		await follow(page, "/employeurs");
		const [isTold] = await Promise.all([
			isAnnounced(page),
			page.waitForResponse(isChanges),
			change(address, { activity: "Notée de mon téléphone" }, { activity: null }, ownPhone),
		]);
		expect(isTold).toBe(false);
	});

	test("Ne déplacent aucune carte du tableau des dossiers avant que je les demande", { timeout: 300_000 }, async () => {
		const { page } = advisor;
		await follow(page, "/dossiers");
		const chosen = (await read<{ items: SupportCaseRow[] }>("/support-cases?limit=1&filter=open==true;paused==false;advisorId=null=false&sort=-stageEnteredOn"))
			.items[0];
		if (!chosen) throw new Error("The region has no open case.");
		// Who looks at their own cases only is not told of everybody's.
		const own = await advisor.context.newPage();
		await follow(own, `/dossiers?filtre=${encodeURIComponent(`advisorId!=${chosen.advisorId}`)}`);
		const before = await rows(page);
		const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
		await change(`/support-cases/${chosen.id}`, { pausedUntil: until, pauseReason: "En attente de la paie" }, { pausedUntil: null });
		await expect(page.getByRole("button", { name: "1 nouveauté — Afficher" })).toBeVisible(soon);
		expect(await rows(page)).toEqual(before);
		await news(page).click();
		await expect(news(page)).toHaveCount(0);
		await expect.poll(() => rows(page)).not.toEqual(before);
		await expect(news(own)).toHaveCount(0);
	});
});
