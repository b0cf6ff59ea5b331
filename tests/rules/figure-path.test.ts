import { describe, expect, it } from "vitest";
import { dashboard } from "#contract/dashboard.ts";
import { figurePath } from "#features/dashboard/figure-path.ts";

describe("un chiffre du tableau de bord ouvre la page de ses lignes", () => {
	it.each([
		["listEmployers", "portal==active", "/employeurs?filtre=portal%3D%3Dactive"],
		["listSupportCases", "open==true;stage==recruitment", "/dossiers?vue=liste&filtre=open%3D%3Dtrue%3Bstage%3D%3Drecruitment"],
		["listLabourNeeds", "open==true;occupationCode==72106", "/besoins?filtre=open%3D%3Dtrue%3BoccupationCode%3D%3D72106"],
		["listVisits", "status=in=(completed,locked)", "/visites?filtre=status%3Din%3D%28completed%2Clocked%29"],
		["listFollowUps", "late==true", "/suivis?filtre=late%3D%3Dtrue"],
	])("%s %s → %s", (list, filter, path) => {
		expect(figurePath({ list, filter })).toBe(path);
	});

	it("refuse une liste que nulle page ne montre", () => {
		expect(() => figurePath({ list: "listPeople", filter: "" })).toThrow("listPeople");
	});

	it("garde le filtre mot pour mot", () => {
		const filter = 'mission=="Journées Québec, Tunis (2026)"';
		expect(new URLSearchParams(figurePath({ list: "listToolUses", filter }).split("?")[1]).get("filtre")).toBe(filter);
	});

	it("ne compte que des entiers", () => {
		expect(dashboard.shape.openCases.safeParse({ value: 1.5, list: "listSupportCases", filter: "" }).success).toBe(false);
	});
});
