import type { TestProject } from "vitest/node";
import { preparedFolder } from "../../support/prepared-folders.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** A data folder with the demonstration, stopped in good order: each test works on a copy. */
		prepared: string;
	}
}

/** Making a database takes longer than anything these tests do with it: made once. */
export default async function setup(project: TestProject) {
	project.provide("prepared", await preparedFolder("demonstration"));
}
