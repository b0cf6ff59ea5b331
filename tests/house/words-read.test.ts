import { existsSync as exists } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { type Node, parsed, type SourceFile, walk } from "../support/source-tree.ts";

const isWords = (path: string) => /(^|\/)([a-z]+-)?text\.(fr|en)\.ts$/.test(path);
const code = parsed("src/**/*.{ts,tsx}").filter(({ path }) => !isWords(path));
/** What every screen may hand its words to: a list that names fields, a page that says it is empty. */
const shared = code.filter(({ path }) => /^src\/(lib|ui)\//.test(path));

const nameOf = (node: Node): string | undefined =>
	node.type === "Identifier" ? String(node.name) : node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;

/** Names read in these files, and those whose value is looked up by a computed name: `words.kinds[kind]`. */
function namesIn(files: SourceFile[]) {
	const read = new Set<string>();
	const lookedUp = new Set<string>();
	for (const { program } of files)
		for (const node of walk(program)) {
			if (node.type === "Literal" && typeof node.value === "string") read.add(node.value);
			if (node.type === "ObjectPattern") for (const property of node.properties as Node[]) read.add(nameOf((property.key ?? property.argument) as Node) ?? "");
			if (node.type !== "MemberExpression") continue;
			if (!node.computed) {
				read.add(nameOf(node.property as Node) ?? "");
				continue;
			}
			const object = node.object as Node;
			const table = nameOf(object.type === "MemberExpression" ? (object.property as Node) : object);
			if (table) lookedUp.add(table);
		}
	return { read, lookedUp };
}

type Key = { name: string; under: string[]; line: number };
function* keysOf(file: SourceFile, object: Node, under: string[] = []): Generator<Key> {
	for (const property of object.properties as Node[]) {
		const name = nameOf(property.key as Node);
		if (!name) continue;
		yield { name, under, line: file.lineOf(property.start) };
		const value = property.value as Node;
		if (value.type === "ObjectExpression") yield* keysOf(file, value, [...under, name]);
	}
}

test("Aucun mot n’est écrit pour rien : chacun est lu par un écran de son dossier", () => {
	const dead = parsed("src/{app,features,lib,ui}/**/{text,*-text}.fr.ts").flatMap((file) => {
		// A part of the words of its folder is read under the name it bears there.
		const isPart = !exists(file.path.replace(".fr.ts", ".ts"));
		const words = isPart ? `${dirname(file.path)}/text.ts` : file.path.replace(".fr.ts", ".ts");
		const readers = code.filter(({ path, imports }) => {
			const known = imports.flatMap(({ target }) => (target && /([a-z]+-)?text\.ts$/.test(target) ? [target] : []));
			// A file that takes no words of its own is handed some by its neighbours.
			return known.includes(words) || (known.length === 0 && dirname(path) === dirname(file.path));
		});
		const { read, lookedUp } = namesIn([...readers, ...shared]);
		const [said] = [...walk(file.program)].filter(({ type, init }) => type === "VariableDeclarator" && (init as Node | null)?.type === "ObjectExpression");
		return said
			? [...keysOf(file, said.init as Node, isPart ? [nameOf(said.id as Node) ?? ""] : [])]
					.filter(({ name, under }) => !read.has(name) && !under.some((table) => lookedUp.has(table)))
					.map(({ name, under, line }) => `${file.path}:${line} ${[...under, name].join(".")}`)
			: [];
	});
	expect(dead).toEqual([]);
});
