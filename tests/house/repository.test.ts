import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { exists, read, root } from "../support/source-tree.ts";

const allowed = [
	"package.json",
	"package-lock.json",
	"tsconfig.json",
	"vite.config.ts",
	"index.html",
	"src",
	"mocks",
	"tests",
	"README.md",
	"README.fr.md",
	"LICENSE",
];

type Package = {
	scripts: Record<string, string>;
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
	optionalDependencies: Record<string, string>;
};
const manifest = JSON.parse(read("package.json")) as Package;
const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, Partial<Package>> };

/** For the people of this repository only: they need no word in the README. */
const inner = ["typecheck", "lint", "format"];

test("La racine ne contient que ce qui doit y être", () => {
	const ignored = read(".gitignore").split("\n");
	const entries = readdirSync(root).filter((name) => !name.startsWith(".") && !ignored.includes(name));
	expect(entries.filter((name) => !allowed.includes(name))).toEqual([]);
});

test("Chaque dépendance est à une version exacte, celle du verrou", () => {
	for (const kind of ["dependencies", "devDependencies", "optionalDependencies"] as const) {
		expect(Object.entries(manifest[kind]).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
		expect(lock.packages[""]?.[kind]).toEqual(manifest[kind]);
	}
});

// npm ci refuses a lock that lacks one of them, and a registry that is late makes npm install write such a lock.
test("Le verrou connaît chaque paquet facultatif, ceux des autres systèmes compris", () => {
	const known = Object.keys(lock.packages);
	const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));
	expect(wanted.filter((name) => !known.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
});

test("Chaque commande commence par vérifier la version de Node", () => {
	const unchecked = Object.entries(manifest.scripts).filter(
		([name, command]) => !inner.includes(name) && !command.startsWith("node --import ./src/check-node.mjs "),
	);
	expect(unchecked).toEqual([]);
});

test("Les deux LISEZ-MOI nomment chaque commande, et aucune qui n’existe pas", () => {
	const expected = Object.keys(manifest.scripts)
		.filter((name) => !inner.includes(name))
		.sort();
	for (const path of ["README.md", "README.fr.md"]) {
		const text = read(path);
		const named = [...text.matchAll(/`npm (?:run )?([a-z]+)(?: [^`]*)?`/g)]
			.map(([, name]) => name ?? "")
			.filter((name) => !["ci", "cit", "install"].includes(name));
		expect({ path, named: [...new Set(named)].sort() }).toEqual({ path, named: expected });
		expect(text).toContain("npm ci && npm start -- --demo");
		expect(text).toContain("npm cit");
	}
});

test("Les images et les pages que nomment les LISEZ-MOI existent", () => {
	for (const path of ["README.md", "README.fr.md"]) {
		const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? "");
		expect(links.filter((link) => !exists(link))).toEqual([]);
	}
});
