import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, inject, expect as same, test } from "vitest";
import type { Employer } from "#contract/employers.ts";
import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import type { Reference } from "#contract/reference.ts";
import type { Referral } from "#contract/referrals.ts";
import { paths } from "#lib/paths.ts";
import { blankLine } from "../support/blank-bodies.ts";
import { launchChromium } from "../support/chromium.ts";
import { readApi } from "./support/api.ts";
import { accessibilityFaults, sidewaysScroll } from "./support/judge.ts";
import { signInAs } from "./support/session.ts";
import { desk, expect, openVisitor, phone, type Visitor } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** The browser writes down that a signal without consent, or without a number, was refused. */
const refused = /status of 400 .*\/referrals/;
const card = (page: Page) =>
	page
		.getByRole("region", { name: "Accompagnement Québec" })
		.or(page.locator("section", { has: page.getByRole("heading", { name: "Accompagnement Québec" }) }))
		.first();
const toast = (page: Page, words: string | RegExp) => expect(page.getByText(words)).toBeVisible();

describe.each([
	["au bureau, par les touches", desk],
	["au téléphone", phone],
])("%s", (_, viewport) => {
	let counsellor: Visitor;
	let agent: Visitor;
	let her: { id: string; name: string };
	let point: Reference["servicePoints"][number];
	beforeAll(async () => {
		const home = inject("homes").server;
		[counsellor, agent] = await Promise.all([openVisitor(browser, home, { viewport, expected: refused }), openVisitor(browser, home, { viewport })]);
		await signInAs(counsellor.context.request, "advisor");
		her = await signInAs(agent.context.request, "integrationAgent");
		await counsellor.page.goto(paths.immigration());
		const { servicePoints, people } = await readApi<Reference>(counsellor.page, "/reference");
		point = servicePoints.find(({ id }) => id === people.find((one) => one.id === her.id)?.servicePointId) as typeof point;
	}, 120_000);
	afterAll(async () => {
		await Promise.all([counsellor.close(), agent.close()]);
	});

	/** Somebody at work at one of the counsellor's employers. */
	async function atWork(label: string): Promise<ImmigrationLine> {
		const { request } = counsellor.context;
		const me = (await readApi<{ person: { id: string } }>(counsellor.page, "/session")).person.id;
		const { items } = await readApi<{ items: Employer[] }>(counsellor.page, `/employers?limit=1&filter=advisorId==${me}`);
		const id = crypto.randomUUID();
		const body = { id, employerId: items[0]?.id, ...blankLine, label, path: "openPermit", hiredOn: "2026-10-05", startedOn: "2026-10-05" };
		const reply = await request.post("/api/immigration-lines", { data: body, headers: { "Idempotency-Key": id } });
		same([reply.status(), await reply.text()]).toEqual([201, expect.anything()]);
		return (await reply.json()) as ImmigrationLine;
	}

	test("Je propose une référence, la personne consent ; l’agente la reçoit et la termine, et je le lis au dossier", { timeout: 240_000 }, async () => {
		const line = await atWork(`Soudeuse 4 – Maroc ${viewport.width}`);
		const { page } = counsellor;
		await page.goto(paths.immigrationLine(line.id));
		await expect(card(page).getByText("n’a pas encore été offert")).toBeVisible();
		await card(page).getByRole("button", { name: "Proposer une référence…" }).press("Enter");
		const form = page.getByRole("dialog", { name: "Signaler à Accompagnement Québec" });
		await form.getByRole("combobox", { name: /^Point de services/ }).selectOption({ label: point.name });
		await form.getByLabel(/^Précisions utiles/).fill(`Arrivée avec ${line.label}`);
		await form.getByRole("checkbox", { name: /La personne consent/ }).press("Space");
		await form.getByRole("button", { name: "Envoyer" }).press("Enter");
		await expect(form.getByRole("group", { name: /Volets demandés/ }).getByText("À remplir.")).toBeVisible();
		await expect(form.getByText("L’étiquette d’un dossier n’est pas transmise")).toBeVisible();
		same(await accessibilityFaults(page)).toEqual([]);
		await form.getByLabel(/^Précisions utiles/).fill("Deux enfants d’âge scolaire.");
		await form.getByRole("checkbox", { name: "Francisation" }).press("Space");
		await form.getByRole("checkbox", { name: "Installation" }).press("Space");
		await form.getByRole("button", { name: "Envoyer" }).press("Enter");
		await toast(page, `Signalement envoyé\u00A0: ${point.name}`);
		await expect(form).toBeHidden();
		await expect(card(page).getByRole("link", { name: point.name })).toBeVisible();
		await expect(card(page).getByText("envoyé", { exact: true })).toBeVisible();
		same(await accessibilityFaults(page)).toEqual([]);
		same(await sidewaysScroll(page)).toEqual([]);

		const { items } = await readApi<{ items: Referral[] }>(page, `/referrals?filter=immigrationLineId==${line.id}`);
		const sent = items[0] as Referral;
		const hers = agent.page;
		await hers.goto("/");
		await expect(hers.getByRole("radio", { name: "Reçus" })).toBeChecked();
		await hers.locator(`a[href*="${sent.id}"]`).first().click();
		const panel = hers.getByRole("complementary").filter({ hasText: "Volets demandés" });
		await expect(panel.getByText("Installation et Francisation")).toBeVisible();
		await expect(hers.getByText(line.label)).toHaveCount(0);
		await hers.getByRole("button", { name: "Accuser réception…" }).press("Enter");
		await hers.getByRole("dialog", { name: "Accuser réception" }).getByRole("button", { name: "Accuser réception" }).press("Enter");
		await toast(hers, "Accusé de réception consigné");
		await hers.getByRole("button", { name: "Donner le résultat…" }).press("Enter");
		const outcome = hers.getByRole("dialog", { name: "Résultat de l’aiguillage" });
		await outcome.getByRole("combobox", { name: /^Résultat/ }).selectOption({ label: "Prise en charge par le service" });
		await outcome.getByRole("button", { name: "Terminer" }).press("Enter");
		await toast(hers, "Aiguillage terminé");
		same(await accessibilityFaults(hers)).toEqual([]);
		same(await sidewaysScroll(hers)).toEqual([]);

		await page.reload();
		await expect(card(page).getByText("terminé", { exact: true })).toBeVisible();
		await expect(card(page).getByText(new RegExp(`Terminé le .* par ${her.name}`))).toBeVisible();
		same([...counsellor.takeComplaints(), ...agent.takeComplaints()]).toEqual([]);
	});

	test("Elle ne le souhaite pas : je le dis, je me reprends, puis je ne transmets qu’un nombre, que l’agente lit sans l’employeur", {
		timeout: 240_000,
	}, async () => {
		const line = await atWork(`Soudeur 5 – Maroc ${viewport.width}`);
		const { page } = counsellor;
		await page.goto(paths.immigrationLine(line.id));
		await card(page).getByRole("button", { name: "Elle ne le souhaite pas…" }).press("Enter");
		const declining = page.getByRole("dialog", { name: "La personne ne le souhaite pas" });
		same(await accessibilityFaults(page)).toEqual([]);
		await declining.getByRole("button", { name: "Enregistrer" }).press("Enter");
		await expect(card(page).getByText("la personne ne le souhaite pas")).toBeVisible();
		await card(page).getByRole("button", { name: "Reprendre" }).press("Enter");
		await expect(card(page).getByText("n’a pas encore été offert")).toBeVisible();

		await card(page).getByRole("button", { name: "Proposer une référence…" }).press("Enter");
		const form = page.getByRole("dialog", { name: "Signaler à Accompagnement Québec" });
		await form.getByRole("radio", { name: "Une personne, qui consent" }).press("ArrowRight");
		await form.getByRole("combobox", { name: /^Point de services/ }).selectOption({ label: point.name });
		await form.getByRole("checkbox", { name: /Intégration au marché/ }).press("Space");
		await form.getByLabel("Nombre de personnes").fill("2,5");
		await form.getByRole("button", { name: "Envoyer" }).press("Enter");
		await expect(form.getByText(/nombre entier/i)).toBeVisible();
		same(await accessibilityFaults(page)).toEqual([]);
		await form.getByLabel("Nombre de personnes").fill("3");
		await form.getByRole("button", { name: "Envoyer" }).press("Enter");
		await expect(card(page).getByText(/Comptée le .* dans un dénombrement/)).toBeVisible();

		const hers = agent.page;
		await hers.goto(paths.referrals({ filtre: "countsOnly==true;open==true;volet==employment", tri: "-sentOn" }));
		const count = hers.getByRole("link", { name: "Dénombrement" }).first();
		await count.click();
		const panel = hers.getByRole("complementary").filter({ hasText: "Volets demandés" });
		await expect(panel.getByText("Sans objet\u00A0: personne n’est désigné")).toBeVisible();
		await expect(hers.getByText(line.employerName)).toHaveCount(0);
		same([...counsellor.takeComplaints(), ...agent.takeComplaints()]).toEqual([]);
	});

	test("De la fiche de l’employeur, je signale des arrivées par leur nombre, puis je le corrige", { timeout: 240_000 }, async () => {
		const { employerId } = await atWork(`Soudeur 6 – Maroc ${viewport.width}`);
		const { page } = counsellor;
		await page.goto(paths.employer(employerId));
		await page.getByRole("button", { name: "Signaler des arrivées…" }).press("Enter");
		const form = page.getByRole("dialog", { name: "Signaler à Accompagnement Québec" });
		await expect(form.getByText("aucun consentement n’est requis")).toBeVisible();
		await form.getByRole("combobox", { name: /^Point de services/ }).selectOption({ label: point.name });
		await form.getByRole("checkbox", { name: "Installation" }).press("Space");
		await form.getByLabel("Nombre de personnes").fill("4");
		same(await accessibilityFaults(page)).toEqual([]);
		await form.getByRole("button", { name: "Envoyer" }).press("Enter");
		await toast(page, `Signalement envoyé\u00A0: ${point.name}`);
		const { items } = await readApi<{ items: Referral[] }>(
			page,
			`/referrals?limit=100&filter=${encodeURIComponent(`employerId==${employerId};countsOnly==true;open==true`)}`,
		);
		const sent = items.find(({ persons }) => persons === 4) as Referral;
		await page.goto(paths.referrals({ filtre: `employerId==${employerId}`, aiguillage: sent.id }));
		const panel = page.getByRole("complementary").filter({ hasText: "Volets demandés" });
		await panel.getByRole("button", { name: "Modifier" }).press("Enter");
		const change = page.getByRole("dialog", { name: "Modifier le signalement" });
		await change.getByLabel("Nombre de personnes").fill("6");
		await change.getByRole("button", { name: "Enregistrer" }).press("Enter");
		await toast(page, "Signalement modifié");
		const changed = await readApi<Referral>(page, `/referrals/${sent.id}`);
		same([changed.persons, changed.countsOnly, changed.toServicePointId]).toEqual([6, true, point.id]);
		same(counsellor.takeComplaints()).toEqual([]);
	});
});
