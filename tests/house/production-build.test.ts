import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BuildReport, Chunk } from "../support/build-report.ts";
import { exists, root } from "../support/source-tree.ts";

/** Gzip bytes; a kilobyte is 1000 of them. */
const firstPaintLimit = 165_000;
const reactAriaLimit = 85_000;
const routeLimit = 45_000;

const employersList = /^src\/features\/employers\/(routes|EmployersPage|EmployerListPage|pages\/Employers?(List)?Page)\.tsx$/;
const reactAria = /(^|\/)node_modules\/(react-aria|react-stately|@react-aria|@react-stately|react-aria-components)\//;
const neverShipped = /^(mocks|src\/api|src\/server|tests)\/|(^|\/)node_modules\/(msw|@mswjs|@electric-sql|hono|kysely|pg)\//;

const built = exists("vite.config.ts") && exists("src/main.tsx");

describe.skipIf(!built)("Ce qui est livré", () => {
	let folder: string;
	let dist: string;
	let report: BuildReport;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "jalon-build-"));
		dist = join(folder, "dist");
		const { VITEST: _vitest, ...env } = process.env;
		const build = spawnSync(process.execPath, ["tests/support/build-report.ts", dist], {
			cwd: root,
			encoding: "utf8",
			env: { ...env, NODE_ENV: "production" },
		});
		if (build.status !== 0) throw new Error(`vite build: ${build.stderr || build.stdout}`);
		report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as BuildReport;
	}, 180_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const chunk = (file: string) => report.chunks.find((one) => one.file === file);
	/** The chunk and everything it imports statically. */
	const closure = (start: Chunk[], seen = new Set<Chunk>()) => {
		for (const one of start) {
			if (seen.has(one)) continue;
			seen.add(one);
			closure(
				one.imports.flatMap((file) => chunk(file) ?? []),
				seen,
			);
		}
		return seen;
	};
	const weight = (chunks: Iterable<Chunk>) => [...chunks].reduce((sum, { gzip }) => sum + gzip, 0);
	const isReactAria = ({ modules }: Chunk) => modules.some((id) => reactAria.test(id));
	const firstPaint = () => {
		const entries = report.chunks.filter(({ isEntry }) => isEntry);
		const list = report.chunks.filter(({ facade }) => facade && employersList.test(facade));
		return { list, chunks: closure([...entries, ...list]) };
	};

	test("La version de production ne contient ni API simulée, ni base de données, ni région d’exemple", () => {
		expect(report.chunks.flatMap(({ file, modules }) => modules.filter((id) => neverShipped.test(id)).map((id) => `${file}: ${id}`))).toEqual([]);
		expect(report.files.filter((file) => /mockServiceWorker|pglite|\.wasm$|\.data$|\.tar/i.test(file))).toEqual([]);
		const texts = report.files.filter((file) => /\.(js|css|html|json)$/.test(file));
		expect(texts.length).toBeGreaterThan(2);
		expect(texts.filter((file) => /mockServiceWorker|pglite|\bmsw\b/i.test(readFileSync(join(dist, file), "utf8")))).toEqual([]);
	});

	test.skipIf(!exists("src/features/employers"))("La liste des employeurs s’affiche avec au plus 165 ko de JavaScript", () => {
		const { list, chunks } = firstPaint();
		console.log(`first paint of Employeurs: ${(weight(chunks) / 1000).toFixed(1)} kB gzip in ${chunks.size} files`);
		expect(list.length, "no chunk was made for the employers' list: see employersList above").toBeGreaterThan(0);
		expect([...chunks].filter(isReactAria).map(({ file }) => file)).toEqual([]);
		expect(weight(chunks)).toBeLessThanOrEqual(firstPaintLimit);
	});

	test("react-aria tient en un seul fichier différé d’au plus 85 ko", () => {
		const chunks = report.chunks.filter(isReactAria);
		console.log(`react-aria: ${chunks.map(({ file, gzip }) => `${file} ${(gzip / 1000).toFixed(1)} kB`).join(", ") || "not used"}`);
		expect(chunks.length).toBeLessThanOrEqual(1);
		expect(weight(chunks)).toBeLessThanOrEqual(reactAriaLimit);
	});

	test.skipIf(!exists("src/features/employers"))("Chaque autre page demande au plus 45 ko de plus", () => {
		const { chunks: already } = firstPaint();
		const routes = report.chunks.filter(({ isDynamicEntry, facade }) => isDynamicEntry && facade && /^src\/(features|app)\//.test(facade));
		const heavy = routes
			.map((route) => ({ page: route.facade, kB: weight([...closure([route])].filter((one) => !already.has(one) && !isReactAria(one))) / 1000 }))
			.sort((a, b) => b.kB - a.kB);
		console.log(heavy.map(({ page, kB }) => `${kB.toFixed(1).padStart(6)} kB  ${page}`).join("\n"));
		expect(heavy.length).toBeGreaterThan(0);
		expect(heavy.filter(({ kB }) => kB > routeLimit / 1000)).toEqual([]);
	});
});
