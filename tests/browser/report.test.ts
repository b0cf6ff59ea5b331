import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import type { Visit, VisitPrefill } from "#contract/visits.ts";
import { addDays } from "#lib/days.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi, writeApi } from "./support/api.ts";
import { sidewaysScroll } from "./support/judge.ts";
import { settled } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";
import { plain } from "./support/words.ts";

let browser: Browser;
let visitor: Visitor;
let page: Page;
let me: string;
let today: string;
let mine: EmployerRow[];
beforeAll(async () => {
	browser = await launchChromium();
	visitor = await openVisitor(browser, inject("homes").server, { expected: /status of (400|422) / });
	page = visitor.page;
	me = (await signInAs(visitor.context.request, "advisor")).id;
	await page.goto(paths.account());
	today = (await readApi<{ today: string }>(page, "/reference")).today;
	// Visited since long: the last visit has something to say again, and none is of today.
	const filter = encodeURIComponent(`advisorId==${me};lastVisitOn=lt=${addDays(today, -20)}`);
	mine = (await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=12&sort=-lastVisitOn&filter=${filter}`)).items;
}, 300_000);
afterAll(async () => {
	await visitor.close();
	await browser.close();
});

async function draft(employerIds: string[], more: Record<string, unknown> = {}): Promise<string> {
	const id = randomUUID();
	await writeApi(page, "/visits", { id, status: "draft", employerIds, adviserIds: [me], mode: "onSite", occurredOn: today, ...more });
	return id;
}
const open = async (id: string) => {
	await page.goto(paths.visit(id));
	await settled(page);
};
const section = (name: string) => page.getByRole("region", { name, exact: true });
const saved = () => expect(page.getByText(/^Enregistré à/)).toBeVisible();
/** An employer whose last report gave a portrait. */
async function withPast(): Promise<EmployerRow> {
	for (const employer of mine.splice(0)) {
		const past = await readApi<{ profile: { visitId: string | null } | null; capacity: unknown }>(
			page,
			`/visits/prefill?employerId=${employer.id}&before=${today}`,
		);
		if (past.profile?.visitId && past.capacity) return employer;
	}
	throw new Error("No employer of this person has a report with a portrait.");
}

/** Every key pressed is counted; the text typed is counted apart. */
function hands() {
	const count = { keys: 0, letters: 0 };
	return {
		count,
		press: async (...keys: string[]) => {
			for (const key of keys) {
				count.keys++;
				await page.keyboard.press(key);
			}
		},
		type: async (text: string) => {
			count.letters += text.length;
			await page.keyboard.insertText(text);
		},
		/** Tabs until what is wanted has the focus. */
		reach: async (name: RegExp) => {
			for (let tabs = 0; tabs < 60; tabs++) {
				const found = await page.evaluate(() => {
					const at = document.activeElement as HTMLElement | null;
					const label =
						at?.getAttribute("aria-label") ?? ("labels" in (at ?? {}) ? (at as HTMLInputElement).labels?.[0]?.textContent : null) ?? at?.textContent;
					return (label ?? "").replace(/\u00A0/g, " ").trim();
				});
				if (name.test(found)) return;
				count.keys++;
				await page.keyboard.press("Tab");
			}
			throw new Error(`Sixty tabs did not reach ${name}.`);
		},
	};
}

test("Un rapport entier au clavier : le portrait et l’accueil se confirment d’une touche, le reste se tape, et il se termine", {
	timeout: 300_000,
}, async () => {
	const employer = await withPast();
	const id = await draft([employer.id], { headline: "Deux soudeurs à trouver avant l’été" });
	await open(id);
	await expect(section("Portrait de l’entreprise").getByText(/^D’après la visite du/)).toBeVisible();
	const { count, press, type, reach } = hands();
	await page.getByRole("textbox", { name: "Partenaires présents" }).focus();
	await reach(/^Confirmer : Portrait/);
	await press("Enter");
	await expect(section("Portrait de l’entreprise").getByRole("button", { name: /^Modifier/ })).toBeFocused();
	await reach(/^Ajouter un besoin/);
	await press("Enter");
	await expect(page.getByRole("textbox", { name: "Postes" })).toBeFocused();
	await type("3");
	await press("Shift+Tab");
	await page.keyboard.type("soudeur");
	// What was found for these letters, not what the box offered before them.
	await expect(page.getByRole("listbox").getByRole("option").first()).toContainText("72106");
	await press("ArrowDown", "Enter");
	await reach(/^Confirmer : Capacité/);
	await press("Enter");
	await reach(/^Bassin local/);
	await press("Space");
	await reach(/^Remplir : Signaux/);
	await press("Enter");
	await reach(/^Occasion de croissance/);
	await press("Space", "Tab");
	await type("Nouvelle ligne prévue en mars");
	await reach(/^Synthèse/);
	await type("L’usine ajoute un quart et cherche trois soudeurs.");
	await reach(/^Ajouter une étape/);
	await press("Enter");
	await expect(page.getByRole("combobox", { name: "Nature" })).toBeFocused();
	await page.keyboard.type("Courriel");
	await reach(/^Remplir : Documents/);
	await press("Enter");
	await expect(section("Documents").getByRole("button", { name: /^Ajouter/ })).toBeFocused();
	await press("Enter");
	await expect(section("Documents").getByRole("textbox")).toBeFocused();
	await type("Guide de l’employeur");
	await reach(/^Terminer/);
	await press("Enter");
	await page
		.getByRole("heading", { name: "Suivis proposés" })
		.or(page.getByText("Rapport complété.", { exact: false }))
		.first()
		.waitFor();
	if (await page.getByRole("heading", { name: "Suivis proposés" }).isVisible()) await press("Enter");
	await expect(page.getByText("Rapport complété.", { exact: false }).first()).toBeVisible();
	const done = await readApi<Visit>(page, `/visits/${id}`);
	expect(done).toMatchObject({ status: "completed", needs: 1, posts: 3, solutions: ["localPool"] });
	expect(done.report).toMatchObject({
		signals: [{ code: "expansion", note: "Nouvelle ligne prévue en mars" }],
		documents: [{ title: "Guide de l’employeur", direction: "given" }],
	});
	expect(done.report.profile?.activity).toBeTruthy();
	expect(done.report.capacity).toBeTruthy();
	await expect(section("Signaux").getByText("Nouvelle ligne prévue en mars")).toBeVisible();
	console.log(`usual report: ${count.keys} keys beside ${count.letters} letters`);
	expect(count.keys).toBeLessThan(120);
	expect(visitor.takeComplaints()).toEqual([]);
});

test("Au pouce, à 390 px : la barre dit ce qui manque, chaque bloc s’ouvre et se remplit sans déborder", { timeout: 300_000 }, async () => {
	const employer = await withPast().catch(() => undefined);
	const [any] = (
		await readApi<{ items: EmployerRow[] }>(
			page,
			`/employers?limit=1&sort=lastVisitOn&filter=${encodeURIComponent(`advisorId==${me};lastVisitOn=gt=2020-01-01`)}`,
		)
	).items;
	const visited = (employer ?? any)?.id ?? "";
	// A notice given at an earlier visit keeps its day.
	const { consent } = await readApi<VisitPrefill>(page, `/visits/prefill?employerId=${visited}&before=${today}`);
	const id = await draft([visited]);
	await page.setViewportSize(phone);
	await open(id);
	await expect(page.getByText("3\u00A0à remplir")).toBeVisible();
	for (const block of ["Références", "Documents", "Consentement"]) await section(block).getByRole("button").last().click();
	await page.getByRole("checkbox", { name: /L’employeur a été informé/ }).check();
	await page.getByRole("button", { name: "Ajouter une référence" }).click();
	await page.getByRole("combobox", { name: "Service ou partenaire" }).selectOption({ label: "Francisation Québec" });
	await page.getByRole("combobox", { name: "Motif" }).selectOption({ index: 1 });
	await section("Références").getByText("De vive voix").click();
	await page.getByRole("radiogroup", { name: "Consentement de l’employeur" }).getByText("Oui").click();
	await page.getByRole("checkbox", { name: "Aucun besoin en immigration" }).check();
	await page.getByRole("combobox", { name: /^Aucune suite/ }).selectOption({ index: 1 });
	await page.getByRole("textbox", { name: "Synthèse" }).fill("Rien de neuf.");
	await saved();
	await expect(page.getByText("Rien ne manque").first()).toBeVisible();
	expect(await sidewaysScroll(page)).toEqual([]);
	await page.getByRole("button", { name: "Terminer", exact: true }).click();
	const confirm = page.getByRole("button", { name: /^Terminer (sans|et)/ });
	await confirm
		.or(page.getByText("Rapport complété.", { exact: false }))
		.first()
		.waitFor();
	if (await confirm.isVisible()) await confirm.click();
	await expect(page.getByText("Rapport complété.", { exact: false }).first()).toBeVisible();
	const { report } = await readApi<Visit>(page, `/visits/${id}`);
	expect(report).toMatchObject({
		consent: { informed: true, informedOn: consent?.block.informedOn ?? today },
		referrals: [{ toService: "francisationQuebec", consentObtained: true }],
	});
	await page.setViewportSize(desk);
});

test("Une séance de cinq employeurs se saisit en une fois, et une étape dit de qui elle est", { timeout: 300_000 }, async () => {
	const { items } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=5&sort=name&filter=${encodeURIComponent(`advisorId==${me}`)}`);
	await page.goto(paths.startVisit("groupe"));
	for (const { name } of items) {
		await expect(page.getByRole("combobox", { name: "Ajouter un employeur" })).toBeFocused();
		await page.keyboard.type(plain(name));
		await page
			.getByRole("option", { name: new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) })
			.first()
			.click();
		await expect(page.getByRole("button", { name: `Retirer ${name}` })).toBeVisible();
	}
	await page.getByRole("textbox", { name: "En une ligne" }).fill("Atelier sur la francisation en entreprise");
	await page.getByRole("button", { name: "Ouvrir le rapport" }).click();
	await expect(page.getByText("5\u00A0employeurs", { exact: true })).toBeVisible();
	await expect(section("Portrait de l’entreprise")).toHaveCount(0);
	await page.getByRole("button", { name: "Ajouter une étape" }).click();
	const line = page.getByRole("group", { name: "Étape 1" });
	await line.getByRole("combobox", { name: "Employeur concerné" }).selectOption({ label: items[3]?.name ?? "" });
	await line.getByRole("combobox", { name: "Nature" }).selectOption("call");
	await saved();
	const id = page.url().split("/").at(-1) as string;
	const visit = await readApi<Visit>(page, `/visits/${id}`);
	expect([visit.mode, visit.employers.map(({ employerId }) => employerId)]).toEqual(["groupSession", items.map(({ id: employerId }) => employerId)]);
	expect((await readApi<{ employerId: string }>(page, `/follow-ups/${visit.report.nextSteps?.[0]?.id}`)).employerId).toBe(items[3]?.id);
	await page.goto(paths.employer(items[4]?.id ?? "", "visites"));
	await expect(page.getByText("Atelier sur la francisation en entreprise").first()).toBeVisible();
});

test("La visite d’un partenaire suit une entente, et n’en demande pas plus", { timeout: 300_000 }, async () => {
	await page.goto(paths.startVisit("partenaire"));
	await page.getByRole("button", { name: "Ouvrir le rapport" }).click();
	await expect(page.getByText("Choisissez le partenaire visité.")).toBeVisible();
	await page.getByRole("combobox", { name: /^Partenaire visité/ }).click();
	await page.getByRole("option").first().click();
	await page.getByRole("combobox", { name: /^Entente suivie/ }).selectOption({ index: 1 });
	await page.getByRole("textbox", { name: "En une ligne" }).fill("Deuxième versement à confirmer");
	await page.getByRole("button", { name: "Ouvrir le rapport" }).click();
	await expect(section("Prochaines étapes")).toBeVisible();
	await expect(section("Besoins")).toHaveCount(0);
	await page.getByRole("combobox", { name: /^Aucune suite/ }).selectOption({ index: 1 });
	await saved();
	await page.getByRole("button", { name: "Terminer", exact: true }).click();
	await expect(page.getByText("Rapport complété.", { exact: false }).first()).toBeVisible();
	await expect(section("En-tête").getByText("Entente suivie")).toBeVisible();
});

test("La même visite consignée deux fois est dite ; la personne d’un employeur retiré est refusée à côté de son champ ; rien de tapé ne se perd", {
	timeout: 300_000,
}, async () => {
	const filter = encodeURIComponent(`advisorId==${me}`);
	const { items } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=2&sort=-name&filter=${filter}`);
	const [first, second] = items as [EmployerRow, EmployerRow];
	const { contacts } = await readApi<{ contacts: { id: string; name: string }[] }>(page, `/employers/${second.id}`);
	const contact = contacts[0] as { id: string; name: string };
	await draft([first.id], { headline: "La première fois" });
	const id = await draft([first.id, second.id], { headline: "La seconde fois" });
	await open(id);
	await expect(page.getByText(/^(Une autre visite est consignée|\d+\sautres visites sont consignées) le même jour/)).toBeVisible();
	await expect(page.getByRole("link", { name: /^Ouvrir : La première fois · Brouillon/ })).toBeVisible();
	await page.getByRole("checkbox", { name: contact.name }).check();
	await saved();
	await page.getByRole("button", { name: `Retirer ${second.name}` }).click();
	await expect(page.getByText("Cette personne n’est pas rattachée à un employeur de la visite.")).toBeVisible();
	// Unticked, the person of an employer that is no longer visited leaves the list.
	await page.getByRole("checkbox", { name: contact.name }).click();
	await expect(page.getByText("Cette personne n’est pas rattachée à un employeur de la visite.")).toHaveCount(0);
	// What is pasted too long is refused with its length, and stays.
	await page.getByRole("textbox", { name: "Synthèse" }).fill("é".repeat(20_000));
	await expect(page.getByText("Ce texte compte 20\u00A0000\u00A0caractères", { exact: false })).toBeVisible();
	expect(await page.getByRole("textbox", { name: "Synthèse" }).inputValue()).toHaveLength(20_000);
	await page.getByRole("textbox", { name: "Synthèse" }).fill("Bref.");
	await saved();
	expect((await readApi<Visit>(page, `/visits/${id}`)).employers).toHaveLength(1);
});

test("Trente et un jours après, le rapport se lit et se précise par un complément", { timeout: 300_000 }, async () => {
	const { items } = await readApi<{ items: Visit[] }>(page, `/visits?limit=1&filter=${encodeURIComponent(`adviserId==${me};status==locked`)}`);
	await open(items[0]?.id ?? "");
	await expect(page.getByText("verrouillé depuis", { exact: false })).toBeVisible();
	await expect(page.getByRole("button", { name: "Corriger" })).toHaveCount(0);
	await page.getByRole("button", { name: "Ajouter un complément" }).click();
	await page.getByRole("textbox", { name: "Complément" }).fill("Le deuxième quart commence en mars.");
	await page.getByRole("button", { name: "Ajouter", exact: true }).click();
	await expect(section("Compléments").getByText("Le deuxième quart commence en mars.")).toBeVisible();
});

test("Une lettre tapée dans un rapport de dix besoins se voit en moins de 50 ms", { timeout: 300_000 }, async () => {
	const needs = Array.from({ length: 10 }, () => ({ id: randomUUID(), occupationCode: "72106", posts: 2, permanence: "permanent" }));
	const { items } = await readApi<{ items: EmployerRow[] }>(page, `/employers?limit=1&sort=name&filter=${encodeURIComponent(`advisorId==${me}`)}`);
	const id = await draft([items[0]?.id ?? ""], { report: { needs } });
	await open(id);
	await expect(page.getByRole("group", { name: "Besoin 10" })).toBeVisible();
	const box = page.getByRole("textbox", { name: "Synthèse" });
	await box.focus();
	const typing = (times: number) =>
		page.evaluate(async (presses) => {
			const area = document.activeElement as HTMLTextAreaElement;
			const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
			const taken: number[] = [];
			for (let n = 0; n < presses; n++) {
				await new Promise((resolve) => requestAnimationFrame(resolve));
				const from = performance.now();
				set?.call(area, `${area.value}a`);
				area.dispatchEvent(new Event("input", { bubbles: true }));
				// Work of the keystroke, style and layout included.
				void document.body.offsetHeight;
				taken.push(performance.now() - from);
			}
			return taken.sort((a, b) => a - b);
		}, times);
	await typing(5);
	const taken = await typing(40);
	const median = taken[20] as number;
	console.log(`keystroke with ten needs: median ${median.toFixed(1)} ms, p95 ${(taken[37] as number).toFixed(1)} ms`);
	expect(median).toBeLessThan(50);
	await saved();
});
