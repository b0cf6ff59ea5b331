import { expect, test } from "vitest";
import { type Node, parsed, type SourceFile, walk } from "../support/source-tree.ts";

/** Attributes that are read aloud or shown. */
const spoken = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "title", "placeholder", "label"];
const letter = /\p{L}/u;
const accented = /[àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’]/;

const isWords = (path: string) => /(^|\/)([a-z]+-)?text\.(fr|en)\.ts$/.test(path);
const screens = parsed(["src/{ui,features,app,lib}/**/*.{ts,tsx}", "src/*.tsx"]).filter(({ path }) => !isWords(path));
const french = parsed("src/**/{text,*-text}.fr.ts");

const literals = function* (file: SourceFile): Generator<{ text: string; node: Node }> {
	for (const node of walk(file.program)) {
		if (node.type === "Literal" && typeof node.value === "string") yield { text: node.value, node };
		if (node.type === "JSXText") yield { text: String(node.value), node };
		if (node.type === "TemplateElement") yield { text: (node.value as { cooked: string }).cooked, node };
	}
};
const faultsOf = (files: SourceFile[], isFault: (text: string) => boolean) =>
	files.flatMap((file) =>
		[...literals(file)].filter(({ text }) => isFault(text)).map(({ text, node }) => `${file.path}:${file.lineOf(node.start)} ${JSON.stringify(text.trim())}`),
	);

test("Aucun mot français n’est écrit dans un écran : les mots sont dans les fichiers de textes", () => {
	expect(faultsOf(screens, (text) => accented.test(text) && /\p{L}{2}/u.test(text))).toEqual([]);
});

test("Aucun mot, d’aucune langue, n’est écrit entre deux balises ni dans un attribut lu à voix haute", () => {
	const faults = screens.flatMap((file) =>
		[...walk(file.program)]
			.filter((node) => {
				if (node.type === "JSXText") return letter.test(String(node.value));
				if (node.type !== "JSXAttribute" || !spoken.includes(String((node.name as Node).name))) return false;
				const value = node.value as Node | null;
				return value?.type === "Literal" && letter.test(String(value.value));
			})
			.map((node) => `${file.path}:${file.lineOf(node.start)}`),
	);
	expect(faults).toEqual([]);
});

test("L’apostrophe française est courbe", () => {
	expect(faultsOf(french, (text) => /\p{L}'/u.test(text))).toEqual([]);
});

test("Une espace insécable précède les deux-points, le point-virgule, ! ? » % et $, et suit «", () => {
	expect(faultsOf(french, (text) => / [:;!?»%$]/.test(text) || /« /.test(text))).toEqual([]);
});

test("Les guillemets sont français", () => {
	expect(faultsOf(french, (text) => /["“”]/.test(text))).toEqual([]);
});

test("Chaque texte français a son fichier anglais", () => {
	const english = parsed("src/**/{text,*-text}.en.ts").map(({ path }) => path);
	// The letter to an employer is written in French only.
	expect(
		french
			.filter(({ path }) => !path.endsWith("/letter-text.fr.ts"))
			.map(({ path }) => path.replace("text.fr.ts", "text.en.ts"))
			.sort(),
	).toEqual(english);
});
