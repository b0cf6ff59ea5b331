import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "playwright";
import { request } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect as same, test } from "vitest";
import type { EmployerRow } from "#contract/employers.ts";
import type { SessionPerson } from "#contract/session.ts";
import type { Visit, VisitRow } from "#contract/visits.ts";
import { launchChromium } from "../support/chromium.ts";
import { launchServer } from "../support/launch.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { type Line, openLine } from "./support/line.ts";
import { isLong } from "./support/long.ts";
import { signInAs, signOut } from "./support/session.ts";
import { expect, openVisitor, type Visitor } from "./support/visitor.ts";

let browser: Awaited<ReturnType<typeof launchChromium>>;
let server: RunningServer;
let line: Line;
/** Who looks at what the service has, beside the browser. */
let api: APIRequestContext;
let me: SessionPerson;
let colleague: SessionPerson;
let today: string;
beforeAll(async () => {
	browser = await launchChromium();
	server = await startServer({ patience: 180_000 });
	line = await openLine(server.url);
	api = await request.newContext({ baseURL: line.url });
	me = await signInAs(api, "advisor");
	const { items } = await read<{ items: SessionPerson[] }>("/session/people");
	colleague = items.find(({ role, id }) => role === "advisor" && id !== me.id) as SessionPerson;
	({ today } = await read<{ today: string }>("/reference"));
}, 200_000);
afterAll(async () => {
	await browser.close();
	await api.dispose();
	await line.stop();
	await server.stop();
});

async function read<T>(path: string, as: APIRequestContext = api): Promise<T> {
	return (await as.get(`/api${path}`)).json() as Promise<T>;
}
const logged = async (headline: string) =>
	(await read<{ items: VisitRow[] }>("/visits?limit=200")).items.filter((visit) => visit.headline?.startsWith(headline));

const toSend = (page: Page) => page.getByRole("banner").getByRole("link", { name: /à synchroniser$/ });
/** What was done, and where it is meanwhile. */
const keptHere = (page: Page) => page.getByText(/\w[^.]*\. C’est gardé sur cet appareil\. L’envoi se fera dès que le service répondra\.$/).last();

/** The quick log over the page: an employer among the recent ones, a line. */
async function begin(page: Page, headline: string) {
	await page.getByRole("link", { name: "Consigner une visite" }).first().click();
	await page.getByRole("group", { name: "Récents" }).getByRole("button").first().click();
	await page.getByRole("textbox", { name: "En une ligne" }).fill(headline);
}
async function log(page: Page, headline: string) {
	await begin(page, headline);
	await page.getByRole("button", { name: "Enregistrer" }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
}

let visitor: Visitor;
let page: Page;
let name: string;
/** The API is out of reach while the screens are there: a tunnel, a router that answers nothing. */
const unplug = () => visitor.context.route("**/api/**", (route) => route.abort());
const plug = async () => {
	await visitor.context.unroute("**/api/**");
	for (const one of visitor.context.pages()) await one.evaluate(() => window.dispatchEvent(new Event("online")));
};
/** At the list of visits; what the page is made of, and the employers at hand, have been there once. */
async function settle(on: Page) {
	await on.goto("/visites");
	await expect(on.getByRole("table").getByRole("row").nth(2)).toBeVisible();
	await on.getByRole("link", { name: "Consigner une visite" }).first().click();
	// An employer, beside « Près de moi ».
	await expect(on.getByRole("group", { name: "Récents" }).getByRole("button").nth(1)).toBeVisible();
	await on.keyboard.press("Escape");
	await expect(on.getByRole("dialog")).toHaveCount(0);
}
async function open(before?: (page: Page) => Promise<unknown>) {
	visitor = await openVisitor(browser, line.url, { expected: /Failed to load resource|ERR_/ });
	page = visitor.page;
	await before?.(page);
	await signInAs(visitor.context.request, "advisor");
	await settle(page);
}
beforeEach(() => {
	name = `Hors ligne ${randomUUID().slice(0, 8)}`;
});

/** What lies on the device, as whoever takes the disk would read it. */
const isInClear = (text: string) =>
	page.evaluate(async (wanted) => {
		const opened = await new Promise<IDBDatabase>((resolve) => {
			const opening = indexedDB.open("jalon-device");
			opening.onsuccess = () => resolve(opening.result);
		});
		const all = await new Promise<{ data: ArrayBuffer }[]>((resolve) => {
			const asking = opened.transaction("records").objectStore("records").getAll();
			asking.onsuccess = () => resolve(asking.result as { data: ArrayBuffer }[]);
		});
		if (all.length === 0) throw new Error("Nothing lies there.");
		return `${all.map(({ data }) => new TextDecoder().decode(data)).join("")}${JSON.stringify(localStorage)}`.includes(wanted);
	}, text);

describe("Sur un même appareil, rien de ce qui est tapé ne se perd", () => {
	beforeAll(() => open(), 120_000);
	afterAll(() => visitor.close());
	afterEach(async () => {
		await expect(toSend(page)).toHaveCount(0);
		same(visitor.takeComplaints()).toEqual([]);
	});

	test("Trois visites consignées hors ligne, l’onglet fermé puis rouvert : au retour du réseau, elles sont trois au service, chacune une fois", async () => {
		await unplug();
		for (const at of [1, 2, 3]) {
			await log(page, `${name} ${at}`);
			await expect(keptHere(page)).toBeVisible();
			await expect(toSend(page)).toHaveText(`${at}\u00A0à synchroniser`);
		}
		// They are in the list, where one looks for what was just written, and say that they wait.
		const row = () =>
			page
				.getByRole("table")
				.getByRole("row")
				.filter({ hasText: `${name} 3` });
		await expect(row().getByText("À synchroniser")).toBeVisible();
		same(await isInClear(name)).toBe(false);
		await page.close();
		await plug();
		page = await visitor.context.newPage();
		await settle(page);
		await expect.poll(async () => (await logged(name)).map(({ headline }) => headline).sort()).toEqual([1, 2, 3].map((at) => `${name} ${at}`));
		await expect(row()).toBeVisible();
		await expect(row().getByText("À synchroniser")).toHaveCount(0);
	});

	test("Deux onglets ouverts au retour du réseau envoient chaque visite une seule fois", async () => {
		const other = await visitor.context.newPage();
		await settle(other);
		// What the service answered: what was tried before it could be reached counts for nothing.
		let posts = 0;
		visitor.context.on("response", (answer) => {
			if (answer.request().method() === "POST" && answer.url().endsWith("/api/visits")) posts += 1;
		});
		await unplug();
		await log(page, `${name} 1`);
		await log(other, `${name} 2`);
		await log(page, `${name} 3`);
		await expect(toSend(other)).toHaveText("3\u00A0à synchroniser");
		await expect(toSend(page)).toHaveText("3\u00A0à synchroniser");
		await plug();
		await expect.poll(async () => (await logged(name)).length).toBe(3);
		await expect(toSend(other)).toHaveCount(0);
		same(posts).toBe(3);
		await other.close();
	});

	test("Le service qui répond 500 ne perd rien : la visite attend, « Réessayer » la renvoie", async () => {
		let failures = 0;
		let isMended = false;
		await visitor.context.route("**/api/visits", (route) => {
			if (isMended) return route.continue();
			failures += 1;
			const problem = { type: "about:blank", title: "Erreur", status: 500, code: "unexpected-error", requestId: "r" };
			return route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify(problem) });
		});
		await log(page, name);
		await expect(keptHere(page)).toBeVisible();
		same(failures).toBeGreaterThan(0);
		await toSend(page).click();
		const waiting = page.getByRole("listitem").filter({ hasText: name });
		await expect(waiting.getByText("À envoyer")).toBeVisible();
		// The service is mended as the hand comes down: of itself, the outbox would send it before.
		await page.exposeFunction("mend", () => {
			isMended = true;
		});
		await page.evaluate(() => document.addEventListener("pointerdown", () => (window as unknown as { mend(): void }).mend(), { capture: true, once: true }));
		await waiting.getByRole("button", { name: "Réessayer" }).click();
		await expect(page.getByText("Tout est envoyé").first()).toBeVisible();
		same((await logged(name)).length).toBe(1);
		await visitor.context.unroute("**/api/visits");
		await settle(page);
	});

	test("« Annuler » après coup reprend aussi ce qui est parti entre-temps", async () => {
		await unplug();
		await log(page, name);
		const undo = page.getByRole("status").getByRole("button", { name: "Annuler" }).last();
		await expect(undo).toBeVisible();
		await undo.hover();
		await plug();
		await expect.poll(async () => (await logged(name)).length).toBe(1);
		await undo.click();
		await expect.poll(async () => (await logged(name)).length).toBe(0);
	});

	test("Une collègue a modifié la même ligne pendant ce temps : on me montre le départ, la mienne et la sienne, et mon choix est gardé", async () => {
		const id = randomUUID();
		const { items } = await read<{ items: EmployerRow[] }>(`/employers?limit=1&filter=${encodeURIComponent(`advisorId==${me.id}`)}`);
		const body = {
			id,
			status: "draft",
			employerIds: [items[0]?.id],
			adviserIds: [me.id, colleague.id],
			mode: "onSite",
			occurredOn: today,
			headline: `${name} au départ`,
		};
		same((await api.post("/api/visits", { data: body, headers: { "idempotency-key": id } })).status()).toBe(201);
		await page.goto(`/visites/${id}`);
		const headline = page.getByRole("textbox", { name: "En une ligne" });
		await expect(headline).toHaveValue(`${name} au départ`);
		await unplug();
		await headline.fill(`${name} la mienne`);
		await expect(page.getByText("Gardé sur cet appareil, à synchroniser")).toBeVisible();
		const theirs = await request.newContext({ baseURL: line.url });
		same((await theirs.post("/api/session", { data: { personId: colleague.id } })).status()).toBe(200);
		const { version } = await read<Visit>(`/visits/${id}`, theirs);
		const headers = { "if-match": `"${version}"`, "idempotency-key": randomUUID() };
		same((await theirs.patch(`/api/visits/${id}`, { data: { headline: `${name} la sienne` }, headers })).status()).toBe(200);
		await theirs.dispose();
		await plug();
		const dialog = page.getByRole("dialog", { name: "Quelqu’un a modifié la même chose" });
		await expect(dialog.getByText(`Au départ\u00A0: ${name} au départ`)).toBeVisible();
		await expect(dialog.getByText(`${name} la sienne`)).toBeVisible();
		await expect(dialog.getByText(colleague.name, { exact: false }).first()).toBeVisible();
		await dialog.getByRole("radio", { name: `La mienne ${name} la mienne` }).check();
		await dialog.getByRole("button", { name: "Enregistrer ces choix" }).click();
		await expect.poll(async () => (await read<Visit>(`/visits/${id}`)).headline).toBe(`${name} la mienne`);
		await expect(headline).toHaveValue(`${name} la mienne`);
		await settle(page);
	});

	test("La session finie, une autre personne ouvre la sienne : rien de moi ne part. Je reviens : tout part, en mon nom", async () => {
		await unplug();
		await log(page, name);
		await visitor.context.clearCookies();
		await plug();
		const ended = page.getByRole("dialog", { name: "Votre session est terminée" });
		await ended.getByRole("button", { name: "Ouvrir une session" }).click();
		await page.getByRole("button", { name: colleague.name }).click();
		await expect(page.getByRole("button", { name: `Menu de ${colleague.name}` })).toBeVisible();
		await page.getByRole("link", { name: "Visites" }).first().click();
		await expect(page.getByRole("table").getByRole("row").nth(2)).toBeVisible();
		await expect(toSend(page)).toHaveCount(0);
		same(await logged(name)).toEqual([]);
		await signOut(page, colleague);
		await page.getByRole("button", { name: me.name }).click();
		await expect.poll(async () => (await logged(name)).length).toBe(1);
		const [visit] = await logged(name);
		same((await read<Visit>(`/visits/${visit?.id}`)).createdBy).toBe(me.id);
		await settle(page);
	});

	test("Plus de place sur l’appareil : c’est dit, et le texte reste à l’écran jusqu’à ce qu’il soit gardé", async () => {
		// What the browser says of a disk that is full.
		await page.evaluate(() => {
			const { put } = IDBObjectStore.prototype;
			const full = () => {
				throw new DOMException("No room left.", "QuotaExceededError");
			};
			IDBObjectStore.prototype.put = full;
			Object.assign(window, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
		});
		await unplug();
		await begin(page, name);
		await expect(page.getByText("Il n’y a plus de place sur cet appareil\u00A0: ce que vous tapez reste à l’écran", { exact: false })).toBeVisible();
		await page.getByRole("button", { name: "Enregistrer" }).click();
		await expect(page.getByRole("alert").filter({ hasText: "Il n’y a plus de place" })).toBeVisible();
		await expect(page.getByRole("textbox", { name: "En une ligne" })).toHaveValue(name);
		await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom());
		await page.getByRole("button", { name: "Enregistrer" }).click();
		await expect(page.getByRole("dialog")).toHaveCount(0);
		await expect(page.getByText("Il n’y a plus de place sur cet appareil", { exact: false })).toHaveCount(0);
		await plug();
		await expect.poll(async () => (await logged(name)).length).toBe(1);
	});

	test("Le service tué pendant l’envoi, puis relancé : trois visites, chacune une fois", async () => {
		await unplug();
		for (const at of [1, 2, 3]) await log(page, `${name} ${at}`);
		// The first answer is lost with the server.
		const killed = new Promise<void>((resolve) => {
			void visitor.context.unroute("**/api/**").then(() =>
				visitor.context.route(
					"**/api/visits",
					async (route) => {
						await route.fetch();
						process.kill(-server.pid, "SIGKILL");
						await route.abort();
						resolve();
					},
					{ times: 1 },
				),
			);
		});
		await page.evaluate(() => window.dispatchEvent(new Event("online")));
		await killed;
		const again = await launchServer({ dataDir: server.dataDir, demo: true, port: Number(new URL(server.url).port) });
		server = { ...again, stop: again.stop };
		await plug();
		await expect.poll(async () => (await logged(name)).map(({ headline }) => headline).sort()).toEqual([1, 2, 3].map((at) => `${name} ${at}`));
	});
});

/** The clock of a device is its own affair. */
const setClock = (hours: number) => (on: Page) =>
	on.addInitScript((shift) => {
		const Real = Date;
		const now = () => Real.now() + shift;
		globalThis.Date = new Proxy(Real, {
			construct: (_, values: unknown[]) => (values.length === 0 ? new Real(now()) : Reflect.construct(Real, values)),
			get: (target, property) => (property === "now" ? now : Reflect.get(target, property)),
		});
	}, hours * 3_600_000);

test.each([
	[
		"un navigateur qui ne garde rien (navigation privée)",
		(on: Page) => on.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined })),
		true,
	],
	["une horloge en avance d’un jour", setClock(24), false],
	...(isLong ? [["une horloge en retard d’un jour", setClock(-24), false] as const] : []),
] as const)("Avec %s, la visite attend et part comme les autres, à sa date", async (_, before, isSaid) => {
	await open(before);
	await unplug();
	await log(page, name);
	await expect(toSend(page)).toHaveText("1\u00A0à synchroniser");
	await expect(page.getByText("laissez cette page ouverte jusqu’à l’envoi", { exact: false })).toHaveCount(isSaid ? 1 : 0);
	await plug();
	await expect
		.poll(async () => (await logged(name)).map(({ occurredOn, status }) => ({ occurredOn, status })))
		.toEqual([{ occurredOn: today, status: "draft" }]);
	await expect(toSend(page)).toHaveCount(0);
	same(visitor.takeComplaints()).toEqual([]);
	await visitor.close();
});
