import type { TestProject } from "vitest/node";
import { startOtherApi } from "../../fixtures/other-api/server.ts";
import { buildScreens } from "../../support/screens.ts";
import { startServer } from "../../support/server.ts";
import { root } from "../../support/source-tree.ts";
import { startStatic } from "./static.ts";

/** Addresses, without a final slash, where the same screens are to be found. */
export type Homes = {
	/** `npm start -- --demo` on a new embedded database. */
	server: string;
	/** The static build of `npm run demo`, its API in the page. */
	mock: string;
	/** The production build on an API that is not ours. */
	other: string;
};

declare module "vitest" {
	interface ProvidedContext {
		homes: Homes;
	}
}

/**
 * The screens are built once and stand in three homes for the whole suite; each test has a browser context of its own.
 * `JALON_HOMES` names homes that already stand, for who works on one test.
 */
export default async function setup(project: TestProject) {
	const standing = process.env.JALON_HOMES;
	if (standing) {
		project.provide("homes", JSON.parse(standing) as Homes);
		return undefined;
	}
	// The test command has built them already.
	if (!process.env.JALON_BUILT) await buildScreens();
	const server = await startServer({ patience: 180_000 });
	const mock = await startStatic(`${root}dist-demo`);
	const other = await startOtherApi({ spa: `${root}dist`, base: "/autre/api" });
	project.provide("homes", { server: server.url, mock: mock.url, other: other.url });
	return async () => {
		await Promise.all([server.stop(), mock.stop(), other.stop()]);
	};
}
