import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { breakages } from "../sabotage/breakages.ts";

test("Chaque sabotage vise une ligne qui existe, une seule fois", () => {
	const lost = breakages.filter(({ file, find }) => readFileSync(file, "utf8").split(find).length !== 2).map(({ name, file }) => `${name}: ${file}`);
	expect(lost).toEqual([]);
});
