import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import type { Document } from "#contract/documents.ts";
import { paths } from "#lib/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { goodFiles } from "../support/document-files.ts";
import { employerBody } from "../support/employer-body.ts";
import { readApi, writeApi } from "./support/api.ts";
import { faultsInBothThemes, sidewaysScroll } from "./support/judge.ts";
import { turnTo } from "./support/pages.ts";
import { signInAs } from "./support/session.ts";
import { expect, openVisitor, phone } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const pdf = Buffer.from(goodFiles.pdf as Uint8Array);
const csv = Buffer.from(goodFiles.csv as Uint8Array);
const section = (page: Page) => page.getByRole("region", { name: "Documents" });
const listed = (page: Page, employer: string) => readApi<{ items: Document[]; total: number }>(page, `/documents/of/employer/${employer}`);

async function openChooser(page: Page, button: string) {
	const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: button }).click()]);
	return chooser;
}
const choose = async (page: Page, button: string, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
	(await openChooser(page, button)).setFiles(files);

/** Drops a file on the section, as one drags it from the desktop. */
const drop = (page: Page, name: string, content: string) =>
	section(page).evaluate(
		(target, [fileName, text]) => {
			const dataTransfer = new DataTransfer();
			dataTransfer.items.add(new File([text], fileName, { type: "text/plain" }));
			for (const type of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
		},
		[name, content] as const,
	);

test("Je joins des fichiers à une fiche, l’un que le réseau coupe et que je renvoie, l’autre qui ment sur son contenu ; je télécharge, renomme, retire et reprends", {
	timeout: 300_000,
}, async () => {
	const { page, takeComplaints, close, context } = await openVisitor(browser, inject("homes").server, { expected: /status of 400|ERR_CONNECTION_RESET/ });
	const person = await signInAs(context.request, "advisor");
	await page.goto(paths.account());
	const id = randomUUID();
	await writeApi(page, "/employers", { ...employerBody({ id, name: "Atelier des documents" }), id, advisorId: person.id });

	await page.goto(paths.employer(id, "documents"));
	await expect(section(page).getByText("Aucun document")).toBeVisible();

	// The network falls in the middle: the file stays on screen, and leaves again under the same key.
	await page.route("**/api/documents/of/**", (route) => (route.request().method() === "POST" ? route.abort("connectionreset") : route.fallback()));
	await choose(page, "Ajouter un document", { name: "Entente signée.pdf", mimeType: "application/pdf", buffer: pdf });
	await expect(section(page).getByRole("alert")).toContainText("Le réseau a coupé");
	expect((await listed(page, id)).total).toBe(0);
	await page.unroute("**/api/documents/of/**");
	// Another page and back: it is still there.
	const sections = page.getByRole("navigation", { name: "Sections de la fiche" });
	await sections.getByRole("link", { name: /^Besoins/ }).click();
	await sections.getByRole("link", { name: "Documents" }).click();
	await section(page).getByRole("button", { name: "Réessayer l’envoi de Entente signée.pdf" }).press("Enter");
	await expect(section(page).getByRole("button", { name: "Télécharger Entente signée.pdf" })).toBeVisible();

	// Two at once, of which one lies, and one that is dropped.
	await choose(
		page,
		"Ajouter un document",
		{ name: "photo.png", mimeType: "image/png", buffer: pdf },
		{ name: "effectif.csv", mimeType: "text/csv", buffer: csv },
		{ name: "outil.exe", mimeType: "application/octet-stream", buffer: csv },
	);
	await expect(section(page).getByText("Ce fichier se dit «\u00A0.png\u00A0», mais son contenu est PDF", { exact: false })).toBeVisible();
	await expect(section(page).getByText("Ce type de fichier n’est pas accepté", { exact: false })).toBeVisible();
	await expect(section(page).getByRole("button", { name: "Télécharger effectif.csv" })).toBeVisible();
	await drop(page, "notes.txt", "Deux postes de soir.\n");
	await expect(section(page).getByRole("button", { name: "Télécharger notes.txt" })).toBeVisible();
	expect(await faultsInBothThemes(page)).toEqual([]);
	for (const name of ["photo.png", "outil.exe"])
		await section(page)
			.getByRole("button", { name: `Enlever ${name} de la liste` })
			.click();
	await expect(section(page).getByRole("alert")).toHaveCount(0);

	// Saved on the device, never opened under our address.
	const [saved] = await Promise.all([page.waitForEvent("download"), section(page).getByRole("button", { name: "Télécharger Entente signée.pdf" }).click()]);
	expect(saved.suggestedFilename()).toBe("Entente signée.pdf");
	expect(
		createHash("sha256")
			.update(await readFile(await saved.path()))
			.digest("hex"),
	).toBe(createHash("sha256").update(pdf).digest("hex"));

	await section(page).getByRole("button", { name: "Actions sur Entente signée.pdf" }).click();
	await page.getByRole("menuitem", { name: "Renommer ou décrire" }).click();
	const dialog = page.getByRole("dialog", { name: "Renommer ou décrire le document" });
	await dialog.getByRole("textbox", { name: "Nom du fichier" }).fill("Entente.html");
	await dialog.getByRole("button", { name: "Enregistrer" }).click();
	await expect(dialog.getByText("Le nom doit garder son extension, «\u00A0.pdf\u00A0».")).toBeVisible();
	await dialog.getByRole("textbox", { name: "Nom du fichier" }).fill("Entente 2026.pdf");
	await dialog.getByRole("textbox", { name: "Titre" }).fill("Entente de stage");
	await page.keyboard.press("Enter");
	await expect(section(page).getByRole("button", { name: "Télécharger Entente de stage" })).toBeVisible();

	await section(page).getByRole("button", { name: "Actions sur Entente de stage" }).click();
	await page.getByRole("menuitem", { name: "Retirer" }).click();
	await expect(section(page).getByRole("button", { name: "Télécharger Entente de stage" })).toHaveCount(0);
	await page.keyboard.press("Control+z");
	await expect(section(page).getByRole("button", { name: "Télécharger Entente de stage" })).toBeVisible();
	expect((await listed(page, id)).items.map(({ fileName }) => fileName).sort()).toEqual(["Entente 2026.pdf", "effectif.csv", "notes.txt"]);
	expect(takeComplaints()).toEqual([]);
	await close();

	// On a phone: the camera, and a photograph of 4,000 pixels that leaves reduced.
	const pocket = await openVisitor(browser, inject("homes").server, { viewport: phone, hasTouch: true, isMobile: true });
	await signInAs(pocket.context.request, "advisor");
	await pocket.page.goto(paths.employer(id, "documents"));
	await expect(section(pocket.page).getByRole("button", { name: "Télécharger Entente de stage" })).toBeVisible();
	const photo = await pocket.page.evaluate(async () => {
		const canvas = new OffscreenCanvas(4000, 2000);
		canvas.getContext("2d")?.fillRect(0, 0, 4000, 2000);
		return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer())];
	});
	await choose(pocket.page, "Prendre une photo", { name: "affiche.jpg", mimeType: "image/jpeg", buffer: Buffer.from(photo) });
	await expect(section(pocket.page).getByRole("button", { name: "Télécharger affiche.jpg" })).toBeVisible();
	const width = await pocket.page.evaluate(async (employer) => {
		const { items } = await (await fetch(`/api/documents/of/employer/${employer}`)).json();
		const { id: document } = items.find(({ fileName }: { fileName: string }) => fileName === "affiche.jpg");
		return (await createImageBitmap(await (await fetch(`/api/documents/${document}/content`)).blob())).width;
	}, id);
	expect(width).toBe(3000);
	expect([...(await sidewaysScroll(pocket.page)), ...(await faultsInBothThemes(pocket.page)), ...pocket.takeComplaints()]).toEqual([]);
	await pocket.close();
});

test("La session finie pendant qu’un fichier attend, rien ne part au nom de qui me succède ; je reviens, et il part", { timeout: 240_000 }, async () => {
	const { page, close, context } = await openVisitor(browser, inject("homes").server, { expected: /status of 40[01]/ });
	const { request } = context;
	const { items } = (await (await request.get("/api/session/people")).json()) as { items: { id: string; name: string; role: string }[] };
	const [me, colleague] = items.filter(({ role }) => role === "advisor") as [(typeof items)[number], (typeof items)[number]];
	await request.post("/api/session", { data: { personId: me.id } });
	await page.goto(paths.account());
	const id = randomUUID();
	await writeApi(page, "/employers", { ...employerBody({ id, name: "Atelier des deux sessions" }), id, advisorId: me.id });
	await page.goto(paths.employer(id, "documents"));
	await expect(section(page).getByText("Aucun document")).toBeVisible();

	// In another window of the same browser, somebody else comes in while the file is being looked for: the page may hear of it before the file is there.
	const chooser = await openChooser(page, "Ajouter un document");
	await request.post("/api/session", { data: { personId: colleague.id } });
	await chooser.setFiles({ name: "Entente.pdf", mimeType: "application/pdf", buffer: pdf });
	const ended = page.getByRole("dialog", { name: "Votre session est terminée" });
	await expect(ended).toBeVisible();
	expect((await listed(page, id)).total).toBe(0);
	await ended.getByRole("button", { name: "Ouvrir une session" }).click();
	await page.getByRole("button", { name: colleague.name }).click();
	await expect(page.getByRole("button", { name: `Menu de ${colleague.name}` })).toBeVisible();
	await expect(section(page).getByText("Aucun document")).toBeVisible();
	await expect(page.getByText("Entente.pdf")).toHaveCount(0);

	await page.getByRole("button", { name: `Menu de ${colleague.name}` }).click();
	await page.getByRole("menuitem", { name: "Fermer la session" }).click();
	await page.getByRole("button", { name: me.name }).click();
	await page.getByRole("button", { name: `Menu de ${me.name}` }).waitFor();
	// The page's own router: what was chosen lives as long as the tab.
	await turnTo(page, paths.employer(id, "documents"));
	await section(page).getByRole("button", { name: "Réessayer l’envoi de Entente.pdf" }).click();
	await expect(section(page).getByRole("button", { name: "Télécharger Entente.pdf" })).toBeVisible();
	expect((await listed(page, id)).items.map(({ addedById }) => addedById)).toEqual([me.id]);
	await close();
});
