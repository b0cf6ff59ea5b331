import { describe, expect, it } from "vitest";
import { en } from "#features/tool-uses/portal-text.en.ts";
import { fr } from "#features/tool-uses/portal-text.fr.ts";

const summary = (words: typeof fr, all: number, active: number, used: number) =>
	words.summary({ all: String(all), active: String(active), used: String(used) }, { all, active, used }).replaceAll("\u00A0", " ");

describe("l’entonnoir du Portail en toutes lettres", () => {
	it("accorde chaque nombre, au singulier pour 0 et 1", () => {
		expect(summary(fr, 1, 0, 1)).toBe("1 compte connu, dont 0 actif ; 1 a servi.");
		expect(summary(fr, 3, 2, 2)).toBe("3 comptes connus, dont 2 actifs ; 2 ont servi.");
		expect(summary(en, 1, 1, 1)).toBe("1 account known, 1 of them active; 1 has served.");
		expect(summary(en, 2, 0, 0)).toBe("2 accounts known, 0 of them active; 0 have served.");
		expect([fr.left.opened("1", 1), fr.left.dormant("2", 2)]).toEqual(["1\u00A0pas actif", "2\u00A0dormants"]);
	});
});
