import { day } from "./calendar.ts";
import type { Context } from "./context.ts";
import { demonstrationFiles } from "./data/documents.ts";
import { random, uuid } from "./random.ts";
import type { Document } from "./rows.ts";

type Subject = Partial<Pick<Document, "employer_id" | "visit_id" | "support_case_id">>;

/** What was handed over or received: one visit in twelve, one case in five, some employers. */
export function makeDocuments({ world, seed, today }: Context) {
	const adviserOf = new Map(world.visit_adviser.map(({ visit_id, person_id }) => [visit_id, person_id]));
	const add = (key: string, subject: Subject, regionCode: string, by: string, on: string) => {
		if (day(on) > today) return;
		const draw = random(seed, "documentFile", key);
		const { fileName, title, kind, bytes, sha256 } = draw.pick(demonstrationFiles);
		world.document.push({
			id: uuid(seed, "document", key),
			region_code: regionCode,
			employer_id: null,
			visit_id: null,
			support_case_id: null,
			...subject,
			file_name: fileName,
			title,
			kind,
			size: bytes.byteLength,
			sha256,
			created_by: by,
			created_at: `${on}T${String(draw.int(14, 20)).padStart(2, "0")}:${String(draw.int(0, 59)).padStart(2, "0")}:00Z`,
			version: 1,
		});
	};
	for (const { id, region_code, status, occurred_on } of world.visit) {
		const by = adviserOf.get(id);
		if (status === "completed" && by && random(seed, "visitDocument", id).chance(1 / 12)) add(id, { visit_id: id }, region_code, by, occurred_on);
	}
	for (const { id, region_code, advisor_id, opened_on } of world.support_case)
		if (advisor_id && random(seed, "caseDocument", id).chance(1 / 5)) add(id, { support_case_id: id }, region_code, advisor_id, opened_on);
	for (const { id, region_code, advisor_id, created_on } of world.employer)
		if (advisor_id && random(seed, "employerDocument", id).chance(1 / 6)) add(id, { employer_id: id }, region_code, advisor_id, created_on);
}
