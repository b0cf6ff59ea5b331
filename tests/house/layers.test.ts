import { expect, test } from "vitest";
import { exists, parsed, type SourceFile, walk } from "../support/source-tree.ts";

const src = parsed("src/**/*.{ts,tsx}");
const mocks = parsed("mocks/**/*.{ts,tsx}");

/** contract ← api ← server, contract ← lib ← ui ← features ← app: what each room may see besides itself. */
const mayImport: Record<string, string[]> = {
	contract: [],
	api: ["contract"],
	server: ["api", "contract"],
	lib: ["contract"],
	ui: ["lib", "contract"],
	features: ["ui", "lib", "contract"],
	app: ["features", "ui", "lib", "contract"],
	assets: [],
	// The entrance (main.tsx) opens the application, not one of its screens.
	"": ["app", "ui", "lib", "contract"],
	mocks: ["api", "lib", "contract"],
};

/** The only doors to the mocks, and only through `await import`. */
const doorsToMocks = ["src/main.tsx", "src/server/demo.ts"];

const packagesAllowed: { name: RegExp; only: RegExp }[] = [
	{ name: /^hono(\/|$)/, only: /^(src\/api\/(create-api|implement|refusal)\.ts|src\/server\/)/ },
	{ name: /^@hono\//, only: /^src\/server\// },
	{ name: /^msw(\/|$)|^virtual:msw/, only: /^mocks\// },
	{ name: /^zod(\/|$)/, only: /^(src\/(contract|api)|mocks)\// },
	{ name: /^node:/, only: /^src\/server\/|^mocks\/node/ },
	{ name: /^pg(\/|$)/, only: /^src\/server\// },
	{ name: /^@electric-sql\/pglite/, only: /^(src\/server|mocks)\// },
	{ name: /^kysely(\/|$)/, only: /^(src\/(api|server)|mocks)\// },
	{ name: /^react(-.*)?(\/|$)|^@tanstack\/|^zustand(\/|$)/, only: /^src\/(lib|ui|features|app|main\.tsx)|^mocks\// },
];

const roomOf = (path: string) => {
	const [top = "", room = ""] = path.split("/");
	if (top !== "src") return top;
	return path.split("/").length > 2 ? room : "";
};
const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];

function layerFaults(file: SourceFile): string[] {
	const room = roomOf(file.path);
	const feature = featureOf(file.path);
	return file.imports.flatMap(({ specifier, target, dynamic, line }) => {
		const where = `${file.path}:${line} → ${specifier}`;
		if (!target) {
			const rule = packagesAllowed.find(({ name }) => name.test(specifier));
			if (rule && !rule.only.test(file.path)) return [`${where} (this package has its own rooms)`];
			if (/^zod/.test(specifier) && specifier !== "zod/mini") return [`${where} (zod/mini only: the browser loads it)`];
			if (room === "contract" && specifier !== "zod/mini") return [`${where} (the contract knows zod/mini and nothing else)`];
			return [];
		}
		const targetRoom = roomOf(target);
		if (targetRoom === "tests") return [`${where} (nothing imports the tests)`];
		if (targetRoom === "mocks" && room !== "mocks") {
			return doorsToMocks.includes(file.path) && dynamic ? [] : [`${where} (only ${doorsToMocks.join(" and ")}, dynamically)`];
		}
		if (room === "ui" && target === "src/lib/api.ts") return [`${where} (ui does not know the API)`];
		const targetFeature = featureOf(target);
		if (feature && targetFeature && feature !== targetFeature) return [`${where} (a feature never imports another)`];
		if (targetRoom === room || target.endsWith("package.json")) return [];
		return mayImport[room]?.includes(targetRoom) ? [] : [`${where} (${room || "src"} does not see ${targetRoom || "src"})`];
	});
}

test("Les importations vont dans un seul sens, d’une pièce à l’autre", () => {
	expect([...src, ...mocks].flatMap(layerFaults)).toEqual([]);
});

test("Chaque importation nomme un fichier qui existe, avec son extension, par # dès qu’elle sort de sa pièce", () => {
	const faults = [...src, ...mocks].flatMap((file) =>
		file.imports.flatMap(({ specifier, target, line }) => {
			if (!target) return [];
			const where = `${file.path}:${line} → ${specifier}`;
			if (!/\.[a-z0-9]+(\?.*)?$/.test(specifier)) return [`${where} (no extension)`];
			if (!exists(target)) return [`${where} (no such file)`];
			const leaves = roomOf(target) !== roomOf(file.path) && target.startsWith("src/") && file.path.split("/").length > 2;
			return leaves && specifier.startsWith(".") ? [`${where} (# outside the room)`] : [];
		}),
	);
	expect(faults).toEqual([]);
});

test("Aucun fichier ne dépend de lui-même par un détour", () => {
	const graph = new Map([...src, ...mocks].map((file) => [file.path, file.imports.flatMap(({ target }) => (target ? [target] : []))]));
	const state = new Map<string, "open" | "done">();
	const cycles: string[] = [];
	const visit = (path: string, trail: string[]) => {
		if (state.get(path) === "done") return;
		if (state.get(path) === "open") {
			cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
			return;
		}
		state.set(path, "open");
		for (const next of graph.get(path) ?? []) if (graph.has(next)) visit(next, [...trail, path]);
		state.set(path, "done");
	};
	for (const path of graph.keys()) visit(path, []);
	expect(cycles).toEqual([]);
});

test("Aucun fichier ne fait que réexporter", () => {
	const onlyReexports = (file: SourceFile) => {
		const statements = (file.program.body as (typeof file.program)[]).filter(({ type }) => type !== "ImportDeclaration");
		return (
			statements.length > 0 &&
			statements.every(({ type, declaration }) => type === "ExportAllDeclaration" || (type === "ExportNamedDeclaration" && !declaration))
		);
	};
	expect([...src, ...mocks].filter((file) => onlyReexports(file) || /\/index\.tsx?$/.test(file.path)).map(({ path }) => path)).toEqual([]);
});

test("L’API n’a ni horloge ni hasard à elle, et la région d’exemple non plus", () => {
	const clockOrChance = (node: { type: string; [field: string]: unknown }) => {
		const callee = node.callee as { type: string; name?: string; object?: { name?: string }; property?: { name?: string } } | undefined;
		const call = callee?.type === "MemberExpression" ? `${callee.object?.name}.${callee.property?.name}` : callee?.name;
		if (node.type === "NewExpression") return call === "Date" && (node.arguments as unknown[]).length === 0;
		return (
			node.type === "CallExpression" &&
			["Date", "Date.now", "Math.random", "performance.now", "crypto.randomUUID", "crypto.getRandomValues"].includes(call ?? "")
		);
	};
	const faults = [...src.filter(({ path }) => /^src\/(api|contract)\//.test(path)), ...mocks.filter(({ path }) => path.startsWith("mocks/world/"))].flatMap(
		(file) => [...walk(file.program)].filter(clockOrChance).map((node) => `${file.path}:${file.lineOf(node.start)}`),
	);
	expect(faults).toEqual([]);
});

test("L’autre API, celle qui prouve que l’API se remplace, n’emprunte rien à la nôtre", () => {
	const faults = parsed("tests/fixtures/**/*.{ts,mts}").flatMap((file) =>
		file.imports
			.filter(({ specifier }) => !specifier.startsWith("node:") && !specifier.startsWith("."))
			.map(({ specifier, line }) => `${file.path}:${line} → ${specifier}`),
	);
	expect(faults).toEqual([]);
});
