import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumFlags } from "./support/chromium.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The screens are tested with the very plugins and constants they are built with. */
const screens = existsSync(`${root}vite.config.ts`) ? { extends: `${root}vite.config.ts` } : { plugins: [react()] };

const inNode = (
	name: string,
	settings: { testTimeout?: number; hookTimeout?: number; globalSetup?: string; fileParallelism?: boolean; isolate?: boolean } = {},
) => ({
	root,
	test: { name, root, environment: "node" as const, include: [`tests/${name}/**/*.test.ts`], ...settings },
});

const inChromium = (name: string) => ({
	...screens,
	root,
	test: {
		name,
		root,
		include: [`tests/${name}/**/*.test.{ts,tsx}`],
		testTimeout: 30_000,
		browser: {
			enabled: true,
			headless: true,
			screenshotFailures: false,
			provider: playwright({
				launchOptions: { args: chromiumFlags(), ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}) },
			}),
			instances: [{ browser: "chromium" as const, viewport: { width: 1440, height: 900 } }],
		},
	},
});

export default defineConfig({
	root,
	test: {
		root,
		projects: [
			// Pure functions, databases and servers of their own: nothing to keep apart, and starting a process for each file would take longer than the tests.
			inNode("rules", { globalSetup: "tests/rules/setup.ts", testTimeout: 20_000, isolate: false }),
			inNode("house", { testTimeout: 180_000, isolate: false }),
			inNode("contract", {
				globalSetup: "tests/support/contract-target.ts",
				testTimeout: 20_000,
				hookTimeout: 200_000,
				fileParallelism: false,
				isolate: false,
			}),
			inNode("speed", { globalSetup: "tests/speed/setup.ts", testTimeout: 60_000, hookTimeout: 180_000, fileParallelism: false }),
			inNode("durability", { globalSetup: "tests/durability/support/prepared.ts", testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false }),
			inNode("browser", { globalSetup: "tests/browser/support/homes.ts", testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
			inChromium("features"),
			inChromium("ui"),
		],
	},
});
