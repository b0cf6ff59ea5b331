import { describe, expect, it } from "vitest";
import { parseFilter } from "#contract/filter.ts";
import { followUpFields } from "#contract/follow-ups.ts";
import { openingFilter, whoseOf } from "#features/follow-ups/opening-filter.ts";

const me = "3977a267-b2fa-4521-add6-d29ee0122596";

describe("la page des suivis s’ouvre sur ce qui reste à faire", () => {
	it.each([
		["advisor", `done==false;ownerId==${me}`],
		["recruitmentAdvisor", `done==false;ownerId==${me}`],
		["manager", "done==false"],
	] as const)("%s → %s", (role, filter) => {
		expect(openingFilter({ id: me, role })).toBe(filter);
		expect(() => parseFilter(filter, followUpFields)).not.toThrow();
	});
});

describe("l’interrupteur « Les miens / Tous »", () => {
	it.each([
		[[], "all"],
		[[me], "mine"],
		[["autre"], null],
		[[me, "autre"], null],
	])("%o → %s", (owners, whose) => {
		expect(whoseOf(owners, me)).toBe(whose);
	});
});
