import { expect, test } from "vitest";
import { killRepeatedly } from "./support/rounds.ts";

test("Un serveur tué trois fois pendant que l’on écrit redémarre seul et garde une fois chaque fiche confirmée", async () => {
	const { acknowledged, lost, restarts } = await killRepeatedly(3);
	console.log(`${acknowledged} fiches confirmées ; écrire de nouveau après ${restarts.map((time) => `${Math.round(time)} ms`).join(", ")}`);
	expect(lost).toEqual([]);
	expect(acknowledged).toBeGreaterThan(3);
});
