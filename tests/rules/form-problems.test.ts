import { expect, test } from "vitest";
import { caseMove } from "#contract/support-cases.ts";
import { followCurrent, problemsOf } from "#lib/form-problems.ts";

const evidence = { id: "3977a267-b2fa-4521-add6-d29ee0122596", criterion: "planAgreed", note: "Convenu au téléphone" };
const move = { id: evidence.id, toStage: "recruitment", movedOn: "2026-11-24" };

test.each([
	["", "À remplir."],
	["2026-02-30", "Date invalide\u00A0: écrivez-la AAAA-MM-JJ, par exemple 2026-11-24."],
])("Une preuve datée « %s » reçoit « %s »", (occurredOn, message) => {
	expect(problemsOf(caseMove, { ...move, evidence: [{ ...evidence, occurredOn }] })).toEqual([{ path: "evidence.0.occurredOn", message }]);
});

test("Un déplacement sans date est à remplir", () => {
	expect(problemsOf(caseMove, { ...move, movedOn: "" })).toEqual([{ path: "movedOn", message: "À remplir." }]);
});

test.each([
	["une case que je n’ai pas touchée suit la fiche", { title: "Rappeler" }, { title: "Rappeler" }, { title: "Écrire" }, { title: "Écrire" }],
	["ce que j’ai tapé reste", { title: "Rappeler demain" }, { title: "Rappeler" }, { title: "Écrire" }, { title: "Rappeler demain" }],
	["une liste que je n’ai pas touchée suit aussi", { coOwnerIds: ["a"] }, { coOwnerIds: ["a"] }, { coOwnerIds: ["a", "b"] }, { coOwnerIds: ["a", "b"] }],
	["une liste que j’ai changée reste", { coOwnerIds: [] }, { coOwnerIds: ["a"] }, { coOwnerIds: ["a", "b"] }, { coOwnerIds: [] }],
])("Quelqu’un a enregistré avant moi : %s", (_, typed: Record<string, unknown>, before, now, after) => {
	const values = structuredClone(typed);
	followCurrent(
		{ getValues: (field: string) => values[field], setValue: (field: string, value: unknown) => void Object.assign(values, { [field]: value }) } as never,
		before,
		now,
	);
	expect(values).toEqual(after);
});
