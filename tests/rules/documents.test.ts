import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { kindOfContent } from "#api/documents/content-kind.ts";
import type { Refusal } from "#api/refusal.ts";
import { cleanFileName } from "#api/rules/document-names.ts";
import { demonstrationFiles } from "../../mocks/world/data/documents.ts";
import { badFiles, goodFiles } from "../support/document-files.ts";

const kindOf = (content: Uint8Array, name: string) => kindOfContent(new Blob([content as Uint8Array<ArrayBuffer>]), name);

describe("ce qu’est un document, par son contenu", () => {
	it.each(Object.entries(goodFiles))("un fichier .%s est gardé sous son nom, en majuscules aussi", async (kind, content) => {
		expect(await kindOf(content, `Entente.${kind}`)).toBe(kind);
		expect(await kindOf(content, `ENTENTE.${kind.toUpperCase()}`)).toBe(kind);
	});

	it.each(badFiles)("$name est refusé ($code)", async ({ name, content, code }) => {
		const refusal = await kindOf(content, name).then(
			(kind) => ({ fields: [{ path: "", code: `gardé comme ${kind}` }] }),
			(error: Refusal) => error,
		);
		expect(refusal.fields[0]).toMatchObject({ path: "file", code });
	});

	it("les accents d’Europe de l’Ouest et l’UTF-16 sont du texte comme l’UTF-8", async () => {
		expect(await kindOf(new Uint8Array([0x45, 0x6e, 0x74, 0x65, 0x6e, 0x74, 0x65, 0x20, 0xe9, 0x0d, 0x0a]), "a.txt")).toBe("txt");
		expect(await kindOf(new Uint8Array([0xff, 0xfe, ...Buffer.from("Quart;Postes\r\n", "utf16le")]), "a.csv")).toBe("csv");
	});

	it("un contrôle loin dans un long texte est vu", async () => {
		const long = new Uint8Array(300_000).fill(0x61);
		expect(await kindOf(long, "a.txt")).toBe("txt");
		long[299_999] = 0;
		await expect(kindOf(long, "a.txt")).rejects.toMatchObject({ fields: [{ code: "file-kind" }] });
	});

	it("les fichiers de la région fictive sont ce que leur nom dit, et portent leur empreinte", async () => {
		for (const { fileName, kind, bytes, sha256 } of demonstrationFiles) {
			expect(await kindOf(bytes, fileName)).toBe(kind);
			expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
		}
	});
});

describe("le nom d’un fichier", () => {
	it.each([
		["Entente signée.pdf", "Entente signée.pdf"],
		["C:\\Users\\moi\\Entente.pdf", "Entente.pdf"],
		["../../etc/passwd.txt", "passwd.txt"],
		["..\\..\\autoexec.csv", "autoexec.csv"],
		["  .htaccess.txt", "htaccess.txt"],
		["rapport.pdf. ", "rapport.pdf"],
		["a\u200Bb.pdf", "ab.pdf"],
		["poste: jour/soir?.pdf", "soir_.pdf"],
		["CON.txt", "_CON.txt"],
		["lpt1", "_lpt1"],
		["L’été à l’Érable (1).docx", "L’été à l’Érable (1).docx"],
		["..", null],
		["///", null],
	])("« %s » est gardé comme « %s »", (typed, kept) => {
		expect(cleanFileName(typed)).toBe(kept);
	});
});
