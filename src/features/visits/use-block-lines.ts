import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import type { CapacityValues, ConsentValues, ProfileValues } from "./block-values.ts";
import { readinessFields } from "./readiness.ts";
import { reportText } from "./report-text.ts";

const joined = (parts: (string | false | null | undefined)[]) => parts.filter(Boolean).join(" · ");

/** A block in a line, to confirm at a glance and to read. */
export function useBlockLines() {
	const { profile, capacity, consent } = useWords(reportText);
	const { sectorLabel, term } = useReference();
	const { prose, number } = useFormat();
	const counted = (value: number | null, say: (value: string) => string) => value !== null && !Number.isNaN(value) && say(number(value));
	return {
		profileLine: (block: ProfileValues) =>
			joined([
				block.activity,
				block.sectorCode && sectorLabel(block.sectorCode),
				counted(block.employeesTotal, profile.people),
				counted(block.employeesPermanent, profile.permanentPeople),
				counted(block.employeesSeasonal, profile.seasonalPeople),
				counted(block.temporaryForeignWorkers, profile.workers),
				block.shifts,
				block.union && profile.unionIs(block.union),
				block.trend && profile.trends[block.trend],
				block.hasHumanResources !== null && (block.hasHumanResources ? profile.withHumanResources : profile.withoutHumanResources),
				block.recruitedAbroad && profile.recruitedIs(block.recruitedAbroad),
				block.frenchAtWork,
			]),
		capacityLine: (block: CapacityValues) =>
			joined([
				block.housing && capacity.housings[block.housing],
				...readinessFields.map((field) => {
					const value = block[field];
					return value !== null && `${capacity.readiness[field]}\u00A0: ${value}`;
				}),
				block.note,
			]),
		consentLine: (block: ConsentValues) =>
			joined([
				block.informed === true
					? block.informedOn
						? consent.informedOn(prose(block.informedOn))
						: consent.isInformed
					: block.informed === false && consent.notInformed,
				block.noticeVersion && term("privacyNotice", block.noticeVersion),
				block.method && consent.methods[block.method],
			]),
	};
}
