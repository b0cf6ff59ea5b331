import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { endpoints } from "#contract/endpoints.ts";
import { journalEntities } from "#contract/journal.ts";
import { conflictHistoryOf } from "#features/history/conflict-history.ts";
import { en } from "#features/history/text.en.ts";
import { fr } from "#features/history/text.fr.ts";
import { isTold } from "#features/history/use-field-words.ts";

type Endpoint = { id: string; ifMatch?: boolean; body?: { shape?: Record<string, z.ZodMiniType> } };
const changes = (endpoints as readonly Endpoint[]).filter(({ ifMatch, body }) => ifMatch && body);

/** Why the question does not say, field by field, who wrote the other value. */
const gesture = "a gesture, not values: late, it is refused and looked at again";
const alone = "one person's own, or one at a time: nobody else writes it";
const apart: Record<string, string> = {
	archiveEmployer: gesture,
	moveSupportCase: gesture,
	completeVisit: gesture,
	cancelVisit: gesture,
	acknowledgeReferral: gesture,
	closeReferral: gesture,
	declineReferral: gesture,
	declineNewcomerSupport: gesture,
	withdrawReferral: gesture,
	updateReferral: "said by both of its sides; what is late is read again",
	updateMissionPost: "one number, and what stands is the registration's answer",
	updateStageSetting: "a setting of the administration: its form says that it changed",
	updateTerm: "a setting of the administration: its form says that it changed",
	updateQuestion: "a setting of the administration: its form says that it changed",
	updateSignalProtocol: "a setting of the administration: its form says that it changed",
	updateAnswer: "one answer: what stands is shown beside what was typed",
	updateDocument: "a title and a kind, corrected where they are read",
	updateImport: alone,
	updateDigestPreference: alone,
};

describe("la question posée quand deux personnes ont écrit la même chose", () => {
	it("sait qui a écrit l’autre valeur de chaque changement, ou dit pourquoi elle n’en parle pas", () => {
		expect(changes.length).toBeGreaterThan(30);
		expect(changes.map(({ id }) => id).sort()).toEqual([...Object.keys(conflictHistoryOf), ...Object.keys(apart)].sort());
	});

	const known = changes.flatMap((endpoint) => {
		const historyOf = Object.entries(conflictHistoryOf).find(([id]) => id === endpoint.id)?.[1];
		return historyOf ? [[endpoint.id, endpoint, historyOf] as const] : [];
	});
	it.each(known)("%s se cherche dans une histoire qui existe, et chacun de ses champs a un nom dans les deux langues", (_, { body }, historyOf) => {
		const ids = { id: "own", employerId: "employer", labourNeedId: "need", immigrationLineId: "line" };
		const { root, entityId } = historyOf(ids);
		expect(journalEntities).toContain(root[0]);
		expect([entityId, ["own", "employer", "need", "line"].includes(root[1])]).toEqual(["own", true]);
		const asked = Object.keys(body?.shape ?? {}).filter((field) => isTold(field, true));
		expect(asked.length).toBeGreaterThan(0);
		const unnamed = (words: Record<string, string>) => asked.filter((field) => words[field] === undefined);
		expect([unnamed(fr.fields), unnamed(en.fields)]).toEqual([[], []]);
	});
});
