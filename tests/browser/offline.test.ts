import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import type { Employer, EmployerRow } from "#contract/employers.ts";
import type { MyPortfolio } from "#contract/my-portfolio.ts";
import { paths } from "#lib/paths.ts";
import { root } from "../support/source-tree.ts";
import { readApi } from "./support/api.ts";
import { anotherVersion, openDevice, waitUntilKept, whatLiesOn } from "./support/device.ts";
import { type Line, openLine } from "./support/line.ts";
import { expect } from "./support/visitor.ts";
import { plain } from "./support/words.ts";

type People = { items: { id: string; name: string; role: string }[] };

let line: Line;
let device: BrowserContext;
let page: Page;
let me: People["items"][number];
let colleague: People["items"][number];
let employer: Employer;
/** An employer that is neither mine nor visited by me. */
let unseen: string;
/** A report that I began. */
let draft: string;

const enterAs = async (personId: string) => {
	expect((await device.request.post("/api/session", { data: { personId } })).status()).toBe(200);
};
const openAgain = async (address: string) => {
	await page.close();
	page = await device.newPage();
	await page.goto(address);
};
/** Another page than those that were open, without a network: what it shows can only come from the device. */
const openCold = (address: string) => {
	line.cut();
	return openAgain(address);
};

beforeAll(async () => {
	line = await openLine(inject("homes").server);
	device = await openDevice(line.url);
	page = device.pages()[0] ?? (await device.newPage());
	const { items } = (await (await device.request.get("/api/session/people")).json()) as People;
	[me, colleague] = items.filter(({ role }) => role === "advisor") as [typeof me, typeof me];
	await enterAs(me.id);
	await page.goto(paths.myDay());
	await waitUntilKept(page);
	const filter = encodeURIComponent(`advisorId==${me.id};openPosts=gt=0`);
	const [row] = (await readApi<{ items: EmployerRow[] }>(page, `/employers?filter=${filter}&sort=-lastVisitOn&limit=1`)).items;
	employer = await readApi<Employer>(page, `/employers/${row?.id}`);
	const kept = await readApi<MyPortfolio>(page, "/my-portfolio?limit=250");
	const theirs = await readApi<{ items: EmployerRow[] }>(page, `/employers?filter=${encodeURIComponent(`advisorId==${colleague.id}`)}&limit=100`);
	const drafts = encodeURIComponent(`adviserId==${me.id};status==draft`);
	draft = (await readApi<{ items: { id: string }[] }>(page, `/visits?filter=${drafts}&limit=1`)).items[0]?.id ?? "";
	unseen = theirs.items.find(({ id }) => !kept.employers.some((one) => one.id === id))?.id ?? "";
}, 120_000);
afterAll(async () => {
	await device?.close();
	await line?.stop();
});

describe("sans réseau", () => {
	test("Jalon s’installe : il a un nom, des icônes, un raccourci vers la visite, et un gardien de ses écrans", async () => {
		const manifest = await page.evaluate(async () => {
			const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
			const read = (await (await fetch(link?.href ?? "")).json()) as { icons: { src: string; sizes: string; purpose: string }[]; shortcuts: { url: string }[] };
			const isImage = async ({ src }: { src: string }) => (await fetch(new URL(src, link?.href))).headers.get("content-type")?.startsWith("image/");
			return { ...read, found: await Promise.all(read.icons.map(isImage)) } as typeof read & { name: string; display: string; lang: string; found: boolean[] };
		});
		expect(manifest).toMatchObject({ name: expect.stringContaining("Jalon"), display: "standalone", lang: "fr-CA" });
		expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
			expect.arrayContaining(["192x192 any", "512x512 any", "512x512 maskable"]),
		);
		expect(manifest.found).toEqual(manifest.icons.map(() => true));
		expect(manifest.shortcuts[0]?.url).toContain(paths.newVisit());
	});

	test("l’appareil redémarré, Ma journée s’ouvre, et dit de quand elle date", async () => {
		await openCold(paths.myDay());
		await expect(page.getByRole("heading", { level: 1, name: "Ma journée" })).toBeVisible();
		await expect(page.getByRole("heading", { level: 2, name: /En retard/ })).toBeVisible();
		await expect(page.getByRole("status").filter({ hasText: /Données du \d+/ })).toBeVisible();
	});

	test("la fiche d’un employeur jamais ouverte ici montre ses personnes-ressources et ses visites", async () => {
		await openCold(paths.employer(employer.id, "personnes"));
		await expect(page.getByRole("heading", { level: 1, name: employer.name })).toBeVisible();
		for (const { name } of employer.contacts) await expect(page.getByRole("main").getByText(name).first()).toBeVisible();
		await page
			.getByRole("link", { name: /^Visites/ })
			.last()
			.click();
		await expect(page.getByRole("main").getByRole("row").nth(1)).toBeVisible();
	});

	test("l’employeur d’une visite se trouve sans accent, en quelques lettres", async () => {
		await openCold(paths.newVisit());
		await page.getByRole("combobox", { name: "Employeur" }).fill(plain(employer.name).slice(0, 12));
		await expect(page.getByRole("option", { name: employer.name })).toBeVisible();
	});

	test("dans le rapport, une profession se trouve comme on la dit", async () => {
		await openCold(paths.visit(draft));
		await page.getByRole("button", { name: "Ajouter un besoin" }).click();
		const occupation = page.getByRole("combobox", { name: "Profession (CNP)" }).last();
		await occupation.pressSequentially("preposee aux benef");
		await expect(page.getByRole("option", { name: /préposés\/préposées aux bénéficiaires/ })).toBeVisible();
		await occupation.fill("");
		await occupation.pressSequentially("opératrice cnc");
		await expect(page.getByRole("option", { name: /machines d.usinage/ })).toBeVisible();
	});

	test("une visite consignée est dans la liste des visites, rouverte, avec celles d’avant", async () => {
		const headline = `Consignée sans réseau ${randomUUID().slice(0, 8)}`;
		const rows = () => page.getByRole("table").getByRole("row");
		line.mend();
		await openAgain("/visites");
		await expect(rows().nth(10)).toBeVisible();
		line.cut();
		await page.getByRole("link", { name: "Consigner une visite" }).first().click();
		await page.getByRole("combobox", { name: "Employeur" }).fill(plain(employer.name).slice(0, 12));
		await page.getByRole("option", { name: employer.name }).click();
		await page.getByRole("textbox", { name: "En une ligne" }).fill(headline);
		await page.getByRole("button", { name: "Enregistrer" }).click();
		await expect(rows().filter({ hasText: headline })).toBeVisible();
		// What is on the screen is on the device a moment later.
		await page.waitForTimeout(2_500);
		await openAgain("/visites");
		await expect(rows().filter({ hasText: headline }).getByText("À synchroniser")).toBeVisible();
		await expect(rows().nth(10)).toBeVisible();
		line.mend();
		await page.evaluate(() => window.dispatchEvent(new Event("online")));
		await expect(page.getByRole("banner").getByRole("link", { name: /à synchroniser$/ })).toHaveCount(0);
	});

	test("ce que l’appareil n’a pas se dit, sans faire perdre le reste", async () => {
		await openCold(paths.employer(unseen));
		await expect(page.getByText(/n’est pas sur cet appareil/)).toBeVisible();
		await page.getByRole("link", { name: "Ma journée" }).first().click();
		await expect(page.getByRole("heading", { level: 2, name: /En retard/ })).toBeVisible();
	});

	test("rien de ce que l’appareil garde ne se lit en clair, et rien de l’API n’est dans les caches", async () => {
		const { text, cached } = await whatLiesOn(page);
		expect(text.length).toBeGreaterThan(10_000);
		expect([employer.name, ...employer.contacts.map(({ name }) => name)].filter((name) => text.includes(name))).toEqual([]);
		expect(cached.length).toBeGreaterThan(100);
		expect(cached.filter((url) => new URL(url).pathname.startsWith("/api"))).toEqual([]);
	});

	test("une autre personne sur le même appareil n’en voit rien", async () => {
		line.mend();
		await enterAs(colleague.id);
		const theirs = (await (await device.request.get("/api/my-portfolio?limit=250")).json()) as MyPortfolio;
		const mine = (await readApi<{ items: EmployerRow[] }>(page, `/employers?filter=${encodeURIComponent(`advisorId==${me.id}`)}&limit=100`)).items;
		const hidden = mine.find(({ id }) => !theirs.employers.some((one) => one.id === id));
		await openAgain(paths.myDay());
		await expect(page.getByRole("button", { name: `Menu de ${colleague.name}` })).toBeVisible();
		// Theirs takes the place of mine as what this device answers with.
		await expect.poll(() => page.evaluate(() => localStorage.getItem("jalon.device"))).toContain(colleague.id);
		await page.reload();
		await waitUntilKept(page);
		await openCold(paths.employer(hidden?.id ?? ""));
		await expect(page.getByText(/n’est pas sur cet appareil/)).toBeVisible();
		await expect(page.getByText(hidden?.name ?? "")).toHaveCount(0);
		line.mend();
	});
});

test("une nouvelle version attend qu’on la demande, et ce qui était écrit y est encore", async () => {
	line.mend();
	await page.goto(paths.newVisit());
	const text = page.getByRole("textbox", { name: "En une ligne" });
	await text.fill("Deux soudeurs cherchés, rappeler jeudi");
	const before = await page.evaluate(() => document.querySelector<HTMLScriptElement>("script[type=module]")?.src);
	line.serve(anotherVersion(`${root}dist`));
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect(page.getByText("Une nouvelle version est prête.")).toBeVisible();
	await expect(text).toHaveValue("Deux soudeurs cherchés, rappeler jeudi");
	await page.getByRole("button", { name: "Mettre à jour" }).click();
	await page.waitForFunction((old) => document.querySelector<HTMLScriptElement>("script[type=module]")?.src !== old, before);
	await expect(page.getByRole("textbox", { name: "En une ligne" })).toHaveValue("Deux soudeurs cherchés, rappeler jeudi");
	await expect(page.getByText("Une nouvelle version est prête.")).toHaveCount(0);
});
