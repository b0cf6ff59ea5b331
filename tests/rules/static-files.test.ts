import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { serveStatic } from "../../src/server/static-files.ts";

const top = mkdtempSync(join(tmpdir(), "jalon-static-"));
const root = join(top, "dist");
mkdirSync(join(root, "assets"), { recursive: true });
for (const folder of [".vite", ".git"]) mkdirSync(join(root, folder));
for (const file of ["index.html", "assets/a.js", "assets/a.js.map", ".env", ".vite/manifest.json", ".git/config", "../secret.txt"])
	writeFileSync(join(root, file), file);
afterAll(() => rmSync(top, { recursive: true, force: true }));

const ask = async (path: string) => {
	const response = await serveStatic(root, new Request(`http://localhost${path}`));
	return [response.status, await response.text()];
};

it("les écrans sont servis, et chaque adresse de l’application mène à la page", async () => {
	expect(await ask("/assets/a.js")).toEqual([200, "assets/a.js"]);
	expect(await ask("/employeurs")).toEqual([200, "index.html"]);
});

it.each(["/.env", "/.vite/manifest.json", "/%2evite/manifest.json", "/.git/config", "/assets/a.js.map", "/..%2fsecret.txt", "/%00", "/%E0%A4%A"])(
	"un fichier caché, une source ou ce qui est hors du dossier n’est pas servi : %s",
	async (path) => {
		expect((await ask(path))[0]).toBe(404);
	},
);
