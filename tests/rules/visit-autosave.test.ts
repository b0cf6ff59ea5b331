import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Visit, VisitChange } from "#contract/visits.ts";
import { type KeptReport, makeAutosave, pause, type SaveState } from "#features/visits/autosave.ts";
import { type ReportValues, valuesOf } from "#features/visits/report-values.ts";
import { ApiError, NetworkError } from "#lib/http.ts";

const visit = (fields: Partial<Visit> = {}): Visit => ({
	id: "00000000-0000-4000-8000-000000000001",
	status: "draft",
	mode: "onSite",
	occurredOn: "2026-11-24",
	headline: "Deux départs",
	employers: [{ employerId: "00000000-0000-4000-8000-000000000002", employerName: "Ébénisterie du Mont", establishmentId: null, mrcCode: "57" }],
	partner: null,
	duplicates: [],
	advisers: [{ personId: "00000000-0000-4000-8000-000000000003", name: "Marie-Ève Lavoie", role: "advisor", servicePointId: null }],
	solutions: [],
	needs: 0,
	posts: 0,
	completedOn: null,
	invitationKey: null,
	version: 1,
	can: { update: true },
	durationMinutes: null,
	summary: null,
	noFollowUpReason: null,
	nextContactOn: null,
	cancelReason: null,
	createdBy: null,
	report: { language: "fr", consent: { informed: true } },
	addenda: [],
	incomplete: [],
	...fields,
});

/** An API that holds one visit, and a page on which one types. */
function open(stored = visit()) {
	let values: ReportValues = valuesOf(stored);
	const sent: { change: VisitChange; version: number; key: string }[] = [];
	const states: SaveState["kind"][] = [];
	const kept: (KeptReport | null)[] = [];
	const answers: (() => Visit)[] = [];
	const autosave = makeAutosave(stored, {
		today: "2026-11-24",
		read: () => values,
		write: (next) => {
			values = next;
		},
		send: async (change, version, key) => {
			sent.push({ change, version, key });
			const answer = answers.shift() ?? (() => visit({ ...stored, ...(change as Partial<Visit>), version: version + 1 }));
			return { visit: answer(), isKept: false };
		},
		keep: (report) => kept.push(report && structuredClone(report)),
		onState: ({ kind }) => states.push(kind),
		onSaved: () => {},
	});
	const type = (fields: Partial<ReportValues>) => {
		values = { ...values, ...fields };
		autosave.touched();
	};
	const wait = () => vi.advanceTimersByTimeAsync(pause);
	return { autosave, type, wait, sent, states, kept, answers, values: () => values };
}

const lost = () => {
	throw new NetworkError("perdue");
};
const refuse = (code: string, status: number, current?: Visit) => () => {
	throw new ApiError({ type: "about:blank", title: code, status, code, current });
};

beforeEach(() => {
	vi.useFakeTimers();
	return () => vi.useRealTimers();
});

describe("ce qu’on tape dans un rapport", () => {
	it("part après une pause, d’un seul coup, et seulement ce qui a changé", async () => {
		const { type, wait, sent, states, kept } = open();
		type({ summary: "Deux" });
		type({ summary: "Deux ébénistes." });
		expect(sent).toEqual([]);
		await wait();
		expect(sent.map(({ change, version }) => [change, version])).toEqual([[{ summary: "Deux ébénistes." }, 1]]);
		expect(states).toEqual(["pending", "pending", "saving", "saved"]);
		expect(kept.at(-2)?.values.summary).toBe("Deux ébénistes.");
		expect(kept.at(-1)).toBe(null);
	});

	it("emporte les blocs que la page ne montre pas", async () => {
		const { type, wait, sent, values } = open();
		type({ report: { ...values().report, place: "Usine 2" } });
		await wait();
		expect(sent[0]?.change.report).toMatchObject({ place: "Usine 2", language: "fr", consent: { informed: true } });
	});

	it("dont la réponse s’est perdue repart tel quel, avec sa clé, puis ce qui a suivi", async () => {
		const { type, wait, sent, answers, states, kept } = open();
		answers.push(lost);
		type({ summary: "Un." });
		await wait();
		expect(states.at(-1)).toBe("offline");
		expect(kept.at(-1)?.values.summary).toBe("Un.");
		type({ summary: "Un. Deux." });
		await wait();
		expect(sent.map(({ change, version }) => [change.summary, version])).toEqual([
			["Un.", 1],
			["Un.", 1],
			["Un. Deux.", 2],
		]);
		expect(sent[1]?.key).toBe(sent[0]?.key);
		expect(sent[2]?.key).not.toBe(sent[0]?.key);
	});

	it("attend, quand quelqu’un d’autre a écrit, puis se pose par-dessus", async () => {
		const { autosave, type, wait, sent, answers, states, values } = open();
		const theirs = visit({ headline: "Changé ailleurs", durationMinutes: 45, version: 4 });
		answers.push(refuse("version-mismatch", 412, theirs));
		type({ summary: "À moi." });
		await wait();
		expect(states.at(-1)).toBe("conflict");
		type({ summary: "Toujours à moi." });
		await wait();
		expect(sent).toHaveLength(1);
		expect(await autosave.flush()).toBe(false);
		expect(await autosave.rebase(theirs)).toBe(true);
		expect(values()).toMatchObject({ summary: "Toujours à moi.", headline: "Changé ailleurs", durationMinutes: 45 });
		expect(sent[1]).toMatchObject({ version: 4, change: { summary: "Toujours à moi." } });
	});

	it("reste gardé sur l’appareil tant que l’API le refuse", async () => {
		const { type, wait, answers, states, kept } = open();
		answers.push(refuse("invalid-input", 400));
		type({ summary: "x".repeat(1600) });
		await wait();
		expect(states.at(-1)).toBe("refused");
		expect(kept.at(-1)?.values.summary).toHaveLength(1600);
	});

	it("fait d’une visite planifiée un brouillon, le jour venu", async () => {
		const now = open(visit({ status: "planned" }));
		now.type({ summary: "Fait." });
		await now.wait();
		expect(now.sent[0]?.change.status).toBe("draft");
		const later = open(visit({ status: "planned", occurredOn: "2026-12-02" }));
		later.type({ headline: "À préparer" });
		await later.wait();
		expect(later.sent[0]?.change.status).toBe(undefined);
	});
});
