import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { copyData } from "../support/prepared-folders.ts";
import { killRepeatedly, scratch } from "./support/rounds.ts";

test("Un serveur tué trois fois pendant que l’on écrit redémarre seul et garde une fois chaque fiche confirmée, et chaque document à l’octet près", async () => {
	const data = join(scratch("kill"), "data");
	copyData(inject("prepared"), data);
	const { acknowledged, documents, lost, restarts } = await killRepeatedly(3, data);
	console.log(
		`${acknowledged} fiches et ${documents} documents confirmés ; écrire de nouveau après ${restarts.map((time) => `${Math.round(time)} ms`).join(", ")}`,
	);
	expect(lost).toEqual([]);
	expect(acknowledged).toBeGreaterThan(3);
	expect(documents).toBeGreaterThan(0);
});
