import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "vite";
import { paths } from "#lib/paths.ts";

/** As the server's, plus WebAssembly: a static site has no header of its own to say it in. */
const policy = [
	"default-src 'self'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data:",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'self'",
].join("; ");

const pages = [
	paths.signIn(),
	paths.employers(),
	paths.newEmployer(),
	paths.supportCases(),
	paths.labourNeeds(),
	paths.visits(),
	paths.newVisit(),
	paths.followUps(),
	paths.toolUses(),
	paths.portal(),
	paths.dashboard(),
	paths.people(),
	paths.accountEvents(),
	paths.account(),
];

/** The demonstration on any file server: each fixed address has its file, and hosts that know 404.html answer the others with it. */
export function staticSite(): Plugin {
	let folder = "";
	return {
		name: "jalon-static-site",
		apply: "build",
		configResolved(config) {
			folder = resolve(config.root, config.build.outDir);
		},
		transformIndexHtml: () => [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" }],
		writeBundle() {
			for (const file of ["404.html", ...pages.map((page) => `${page.slice(1)}/index.html`)]) {
				mkdirSync(dirname(join(folder, file)), { recursive: true });
				copyFileSync(join(folder, "index.html"), join(folder, file));
			}
		},
	};
}
