import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Reference } from "#contract/reference.ts";
import { loadDemonstration } from "../../src/server/demo.ts";
import { dayOfMeasure } from "../speed/day.ts";
import { type Home, openHome } from "../speed/home.ts";

let home: Home;
beforeAll(async () => {
	home = await openHome("prepared", (opened) => loadDemonstration(opened, dayOfMeasure));
}, 120_000);
afterAll(() => home.close());

it("un signalement ne part pas vers un point de services fermé : c’est dit à côté du champ, et il part vers un autre", async () => {
	const me = await home.signIn("advisor");
	const { servicePoints } = (await home.ask("/reference")).body as Reference;
	const [closed, open] = servicePoints.filter(({ isOpen }) => isOpen);
	const { rows } = await home.opened.query("select id from employer where advisor_id = $1 and region_code = '16' and archived_on is null limit 1", [me]);
	await home.opened.query(
		`do $$ begin perform journal_begin(null, null, gen_random_uuid(), clock_timestamp()); update service_point set valid_to = date '${dayOfMeasure}' - 1 where id = '${closed?.id}'; end $$`,
	);
	const send = (toServicePointId: string | undefined) => {
		const body = {
			...{ id: randomUUID(), employerId: rows[0]?.id, toPersonId: null, toPartnerId: null, toService: null, toServicePointId, contactName: null },
			...{ reason: "welcome", note: null, volets: ["settlement"], persons: 3, countsOnly: true, consentObtained: false },
			...{ consentFrom: null, consentOn: null, consentMethod: null },
		};
		return home.ask("/referrals", { method: "POST", body });
	};
	await expect(send(closed?.id)).rejects.toThrow(/"path":"toServicePointId","code":"service-point-closed","message":"Ce point de services est fermé/);
	expect((await send(open?.id)).status).toBe(201);
});
