import { expect, test, vi } from "vitest";
import { Gate } from "../../src/server/gate.ts";

const asked = (init: RequestInit = {}) => new Request("https://jalon.example/api/employers", init);

/** An open gate, and how to come in and be answered. */
function openGate() {
	const gate = new Gate();
	gate.state = "ready";
	const enter = (request = asked()) => {
		let answer = (_: Response): void => undefined;
		const passed = gate.pass(request, () => new Promise<Response>((resolve) => (answer = resolve)));
		return async () => {
			answer(new Response());
			await passed;
		};
	};
	return { gate, enter };
}
const afterTurns = () => new Promise((resolve) => setTimeout(resolve, 10));

test("Ce qui travaille derrière laisse d’abord répondre à tous ceux qui sont entrés", async () => {
	const { gate, enter } = openGate();
	const [first, second] = [enter(), enter()];
	let isOver = false;
	const given = gate.giveWay().then(() => (isOver = true));
	await first();
	await afterTurns();
	expect(isOver).toBe(false);
	await second();
	await given;
	expect(isOver).toBe(true);
});

test("Si nombreux qu’ils soient, il reprend après 60 millisecondes", async () => {
	const { gate, enter } = openGate();
	enter();
	const began = performance.now();
	await gate.giveWay();
	expect(performance.now() - began).toBeGreaterThan(50);
	expect(performance.now() - began).toBeLessThan(1000);
});

test("Un fichier qui arrive n’est pas quelqu’un qui attend, et personne n’est attendu quand personne n’est là", async () => {
	vi.useFakeTimers({ toFake: ["setTimeout"] });
	const { gate, enter } = openGate();
	await gate.giveWay();
	enter(asked({ method: "POST", body: "…", headers: { "content-type": "application/octet-stream" } }));
	await gate.giveWay();
	vi.useRealTimers();
});

test("Le calme vient cinq minutes après la dernière demande", async () => {
	vi.useFakeTimers({ toFake: ["performance"] });
	const { gate, enter } = openGate();
	await enter()();
	vi.advanceTimersByTime(5 * 60_000 - 1);
	expect(gate.isQuiet()).toBe(false);
	vi.advanceTimersByTime(2);
	expect(gate.isQuiet()).toBe(true);
	await enter()();
	expect(gate.isQuiet()).toBe(false);
	vi.useRealTimers();
});
