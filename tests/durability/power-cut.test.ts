import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDiskLog } from "./support/disk-log.ts";
import { cutPower, type PowerCuts } from "./support/rounds.ts";

/** For each answer to a write: was anything of the log of the database still on its way to the disk? */
function judgeOrder(log: string) {
	const unsynced = new Set<string>();
	const order = { answers: 0, before: 0, syncs: 0 };
	for (const { event } of readDiskLog(log)) {
		if (event.op === "write" && event.wal) unsynced.add(event.uid);
		if (event.op === "sync" && event.wal) {
			unsynced.delete(event.uid);
			order.syncs += 1;
		}
		if (event.op !== "answer" || event.method !== "POST" || event.status !== 201) continue;
		order.answers += 1;
		if (unsynced.size > 0) order.before += 1;
	}
	return order;
}

describe("Une coupure de courant", () => {
	let cuts: PowerCuts;
	const orders: ReturnType<typeof judgeOrder>[] = [];
	beforeAll(async () => {
		cuts = await cutPower(2, ["none", "some"], (log) => orders.push(judgeOrder(log)));
	}, 400_000);
	afterAll(() => console.log(`${cuts?.rounds} coupures, ${cuts?.acknowledged} fiches confirmées ; ${JSON.stringify(orders)}`));

	test("ne perd aucune fiche confirmée, dès le tout premier démarrage", () => {
		expect(cuts).toMatchObject({ rounds: 2, lost: [], unopenable: 0 });
		expect(cuts.acknowledged).toBeGreaterThan(0);
	});

	test("ne peut survenir entre la réponse et le disque : le disque d’abord, la réponse ensuite", () => {
		for (const { answers, before, syncs } of orders) {
			expect(before).toBe(0);
			expect(answers).toBeGreaterThan(0);
			expect(syncs).toBeGreaterThan(0);
		}
	});
});
