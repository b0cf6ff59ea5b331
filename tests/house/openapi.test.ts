import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { implementations } from "#api/create-api.ts";
import { endpoints } from "#contract/endpoints.ts";
import { openApi } from "#contract/openapi.ts";

const committed = readFileSync(new URL("../../src/contract/openapi.json", import.meta.url), "utf8");

it("la description OpenAPI déposée est celle du contrat (npm run openapi la refait)", () => {
	expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(openApi(endpoints))));
});

it("la description OpenAPI est valide, sans une erreur", async () => {
	const config = await createConfig({ extends: ["recommended"] });
	const problems = await lintFromString({ source: committed, absoluteRef: "openapi.json", config });
	expect(problems.filter(({ severity }) => severity === "error").map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
});

it("chaque promesse du contrat est tenue une fois, et rien d’autre ne répond", () => {
	expect(implementations.map(({ endpoint }) => endpoint.id).sort()).toEqual(endpoints.map(({ id }) => id).sort());
});

it("chaque opération dit qui peut l’appeler", () => {
	const { paths } = JSON.parse(committed) as { paths: Record<string, Record<string, { "x-roles": string[] }>> };
	const operations = Object.values(paths).flatMap((item) => Object.values(item));
	expect(operations.length).toBe(endpoints.length);
	for (const operation of operations) expect(operation["x-roles"].length).toBeGreaterThan(0);
});
