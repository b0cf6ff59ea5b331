import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Locator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, inject, test } from "vitest";
import type { Reference } from "#contract/reference.ts";
import type { SessionPerson } from "#contract/session.ts";
import type { Board, SupportCaseRow } from "#contract/support-cases.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi, writeApi } from "./support/api.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";

let browser: Browser;
let visitor: Visitor;
let page: Page;
let reference: Reference;
let writes: string[] = [];
let manager: SessionPerson;

beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
	visitor = await openVisitor(browser, inject("homes").server, { expected: /status of (409|422) .*\/moves\)/ });
	page = visitor.page;
	// Who may move any card of the region: the test finds one at each stage.
	manager = await signInAs(visitor.context.request, "manager");
	await page.goto("/dossiers");
	reference = await readApi<Reference>(page, "/reference");
	await settled(page);
	writes = [];
	page.on("request", (request) => request.method() !== "GET" && writes.push(`${request.method()} ${new URL(request.url()).pathname}`));
}, 300_000);
afterEach(async () => {
	expect(visitor.takeComplaints()).toEqual([]);
	await visitor.close();
});

const shortOf = (stage: string) => reference.stages.find(({ code }) => code === stage)?.shortFr ?? stage;
const labelOf = (stage: string) => reference.stages.find(({ code }) => code === stage)?.labelFr ?? stage;
const column = (stage: string): Locator => page.getByRole("region", { name: shortOf(stage), exact: true });
const cardIn = (stage: string, { employerName }: SupportCaseRow) =>
	column(stage)
		.getByRole("listitem")
		.filter({ has: page.getByRole("link", { name: employerName, exact: true }) });

/** The first card that may be moved at this stage. */
async function caseAt(stage: string): Promise<SupportCaseRow> {
	const { columns } = await readApi<Board>(page, "/support-cases/board");
	const row = columns.find((one) => one.stage === stage)?.items.find(({ can, pausedUntil }) => can.move && pausedUntil === null);
	if (!row) throw new Error(`No card can be moved at ${stage}.`);
	return row;
}

/** Presses on the card or on its name, carries it over the column and holds it there. */
async function carry(handle: Locator, over: Locator) {
	await handle.hover({ position: { x: 8, y: 8 } });
	await page.mouse.down();
	// A hand never stands still: the column opens a place for the card under the pointer, and takes it at the next move.
	for (const y of [60, 80, 82, 84]) await over.hover({ position: { x: 60, y } });
}

const namesIn = (stage: string) => column(stage).getByRole("listitem").allInnerTexts();

/** A visit at the employer's is all that the next stage asks for: here is one. */
async function visited(row: SupportCaseRow) {
	const { today } = reference;
	await writeApi(page, "/visits", {
		id: randomUUID(),
		status: "draft",
		employerIds: [row.employerId],
		adviserIds: [manager.id],
		mode: "onSite",
		occurredOn: today,
	});
	return row;
}

test("Je glisse un dossier vers l’étape suivante : une seule écriture, et il y est encore après rechargement", { timeout: 300_000 }, async () => {
	const [from, to] = ["firstContact", "needsAssessment"] as const;
	const row = await visited(await caseAt(from));
	writes = [];
	await carry(cardIn(from, row).getByRole("link"), column(to));
	await page.mouse.up();
	await expect(cardIn(to, row)).toHaveCount(1);
	await expect(cardIn(from, row)).toHaveCount(0);
	await expect(page.getByText(`${row.employerName}\u00A0: ${labelOf(to)}`)).toBeVisible();
	expect(writes).toEqual([`POST /api/support-cases/${row.id}/moves`]);
	await page.reload();
	await expect(cardIn(to, row)).toHaveCount(1);
});

test("Un déplacement refusé remet la carte exactement où elle était et dit ce qui manque", { timeout: 300_000 }, async () => {
	const row = await caseAt("supportPlan");
	const before = await Promise.all(["supportPlan", "recruitment"].map(namesIn));
	// A bad network: the refusal takes its time, and the card must still be watched.
	await page.route("**/moves", async (route) => {
		await pause(1_200);
		await route.continue();
	});
	await carry(cardIn("supportPlan", row), column("recruitment"));
	await page.mouse.up();
	const dialog = page.getByRole("dialog", { name: `Pour entrer à l’étape ${labelOf("recruitment")}` });
	await expect(dialog).toContainText(reference.criteria.find(({ code }) => code === "planAgreed")?.labelFr ?? "?");
	expect(await Promise.all(["supportPlan", "recruitment"].map(namesIn))).toEqual(before);
	expect(writes).toHaveLength(1);
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();
	await expect(cardIn("supportPlan", row)).toBeFocused();
	expect(writes).toHaveLength(1);
});

test("La touche Échap laisse tomber le dossier que je tenais, sans rien écrire", { timeout: 300_000 }, async () => {
	const row = await caseAt("supportPlan");
	const before = await Promise.all(["supportPlan", "recruitment"].map(namesIn));
	await carry(cardIn("supportPlan", row), column("recruitment"));
	await page.keyboard.press("Escape");
	await page.mouse.up();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	expect(await Promise.all(["supportPlan", "recruitment"].map(namesIn))).toEqual(before);
	expect(writes).toEqual([]);
});
