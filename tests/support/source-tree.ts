import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A node of the syntax tree, seen loosely: the walks below look at a handful of fields. */
export type Node = { type: string; start: number; [field: string]: unknown };

export type Import = {
	specifier: string;
	/** Path from the root when it is a file of ours, else undefined (a package). */
	target: string | undefined;
	dynamic: boolean;
	line: number;
};

export type SourceFile = { path: string; source: string; program: Node; imports: Import[]; lineOf: (offset: number) => number };

const generated = [/\/openapi\.json$/, /\/data\//];

/** Paths from the root, with `/` on every system. */
export const filesOf = (pattern: string | string[]) =>
	globSync(pattern, { cwd: root })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => !generated.some((rule) => rule.test(path)))
		.sort();

export const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The file an import leads to: `#x` is `src/x`, and only relative paths and `#` are ours. */
function resolve(from: string, specifier: string): string | undefined {
	const path = specifier.replace(/\?.*$/, "");
	if (path.startsWith("#")) return `src/${path.slice(1)}`;
	if (path.startsWith(".")) return normalize(join(dirname(from), path)).replaceAll("\\", "/");
	return undefined;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Every node below, parents before children. */
export function* walk(node: Node): Generator<Node> {
	yield node;
	for (const value of Object.values(node)) {
		if (Array.isArray(value)) for (const item of value) if (isNode(item)) yield* walk(item);
		if (isNode(value)) yield* walk(value);
	}
}

const specifiers = (node: Node): { value: string; dynamic: boolean } | undefined => {
	const source = node.source as Node | null | undefined;
	const dynamic = node.type === "ImportExpression";
	if (!dynamic && !["ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration"].includes(node.type)) return undefined;
	return source && typeof source.value === "string" ? { value: source.value, dynamic } : undefined;
};

/** `new Worker(new URL("./worker.ts", import.meta.url))` leads to a file just as an import does. */
const workerUrl = (node: Node): string | undefined => {
	if (node.type !== "NewExpression" || (node.callee as Node).name !== "URL") return undefined;
	const [path, base] = node.arguments as Node[];
	return base?.type === "MemberExpression" && typeof path?.value === "string" && /\.[jt]sx?$/.test(path.value) ? path.value : undefined;
};

export function parse(path: string, source = read(path)): SourceFile {
	const { program, errors } = parseSync(path, source);
	if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
	const tree = program as unknown as Node;
	const lineOf = (offset: number) => source.slice(0, offset).split("\n").length;
	const imports: Import[] = [];
	for (const node of walk(tree)) {
		const url = workerUrl(node);
		const found = specifiers(node) ?? (url ? { value: url, dynamic: true } : undefined);
		if (found) imports.push({ specifier: found.value, target: resolve(path, found.value), dynamic: found.dynamic, line: lineOf(node.start) });
	}
	return { path, source, program: tree, imports, lineOf };
}

const cache = new Map<string, SourceFile>();
export const parsed = (patterns: string | string[]) =>
	filesOf(patterns).map((path) => {
		const file = cache.get(path) ?? parse(path);
		cache.set(path, file);
		return file;
	});

export const exists = (path: string) => existsSync(join(root, path));
