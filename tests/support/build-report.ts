/** `node tests/support/build-report.ts FOLDER`: the production build in FOLDER, and its report as JSON on stdout. A process of its own: under Vitest, NODE_ENV is "test" and React would be its development build. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { root } from "./source-tree.ts";

export type Chunk = {
	file: string;
	gzip: number;
	isEntry: boolean;
	isDynamicEntry: boolean;
	/** The module that this chunk was made for, from the root. */
	facade: string | null;
	modules: string[];
	imports: string[];
	dynamicImports: string[];
};
export type BuildReport = { chunks: Chunk[]; files: string[] };

const folder = process.argv[2];
if (!folder) throw new Error("build-report.ts FOLDER");

const fromRoot = (id: string) => relative(root, id.replace(/^\0/, "").replace(/\?.*$/, "")).replaceAll("\\", "/");

const result = await build({ root, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ("output" in one ? one.output : []));
const report: BuildReport = {
	chunks: outputs.flatMap((output) =>
		output.type === "chunk"
			? [
					{
						file: output.fileName,
						gzip: gzipSync(readFileSync(join(folder, output.fileName))).length,
						isEntry: output.isEntry,
						isDynamicEntry: output.isDynamicEntry,
						facade: output.facadeModuleId ? fromRoot(output.facadeModuleId) : null,
						modules: output.moduleIds.map(fromRoot),
						imports: output.imports,
						dynamicImports: output.dynamicImports,
					},
				]
			: [],
	),
	files: readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
};
writeFileSync(join(folder, "..", "report.json"), JSON.stringify(report));
