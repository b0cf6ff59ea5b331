import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listOccupations } from "#contract/reference.ts";
import { apiQuery } from "#lib/api.ts";
import { formatNeq, formatPhone, useFormat } from "#lib/format.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** Bookkeeping, and links that the page itself stands for: told by no line. */
const untold = new Set([
	"seq",
	"supportCaseId",
	"visitId",
	"establishmentId",
	"createdBy",
	"createdAt",
	"subjectId",
	"recordedBy",
	"partnerId",
	"agreementId",
	"previousId",
	"repeatFrom",
	"createdFrom",
	"ruleCode",
	"closedWithMission",
	"closedWithLine",
	"lineDay",
	"immigrationLineId",
	"origin",
	"referralId",
	"labourNeedId",
	"missionId",
	"toPartnerId",
	"outcomeVisitId",
]);
/** Of somebody who took part in a visit, role and place are those of the day, taken from their own record: told there. */
const ofPeople = new Set(["role", "servicePointId"]);
export const isTold = (field: string, isPerson: boolean) => !untold.has(field) && (isPerson || !ofPeople.has(field));

const people = new Set([
	"advisorId",
	"ownerId",
	"coOwnerIds",
	"personId",
	"movedBy",
	"writtenBy",
	"archivedBy",
	"fromPersonId",
	"toPersonId",
	"endedById",
	"helpedById",
]);
/** Lists whose values have names of their own. */
const listed = new Set(["solutions", "coOwnerIds", "countries", "sectors", "occupationCodes", "teers", "volets"]);
const days = /On$|^(pausedUntil|validFrom|validTo)$/;
const vocabularyOf: Record<string, string[]> = {
	mode: ["visitMode"],
	solutions: ["solution"],
	noFollowUpReason: ["noFollowUpReason"],
	permanence: ["permanence"],
	channel: ["needChannel"],
	housing: ["needHousing"],
	kind: ["followUpKind"],
	closeReason: ["closeReason"],
	archiveReason: ["archiveReason"],
	postponeReason: ["postponeReason"],
	// Of a follow-up, a code; of a visit, words.
	cancelReason: ["followUpCancelReason"],
	toService: ["referralService"],
	volets: ["newcomerVolet"],
	// Of a referral, a code; of a change of stage, words.
	reason: ["referralReason"],
	outcome: ["referralOutcome"],
	endReason: ["referralDeclineReason", "referralWithdrawReason", "immigrationEnd"],
	withdrawReason: ["missionWithdrawReason"],
	path: ["immigrationPath"],
	stream: ["immigrationStream"],
	country: ["missionCountry"],
	countries: ["missionCountry"],
	event: ["portalEvent", "missionEvent", "francisationEvent"],
	"report.origin": ["contactOrigin"],
};

/** A field and its value as a person calls them: the words of the house, the terms of the reference, people by their names. */
export function useFieldWords(occupationCodes: readonly string[] = []) {
	const words = useWords(text);
	const format = useFormat();
	const reference = useReference();
	const language = useLanguage();
	const codes = [...new Set(occupationCodes)].sort().join(",");
	const { data: occupations } = useQuery({ ...apiQuery(listOccupations, { query: { codes } }), enabled: codes !== "", staleTime: Number.POSITIVE_INFINITY });
	return useMemo(() => {
		const fields: Record<string, string> = words.fields;
		const values: Record<string, string> = words.values;
		const term = (vocabularies: string[], code: string) => vocabularies.map((name) => reference.term(name, code)).find((label) => label !== code) ?? code;
		const municipality = (code: string) => reference.municipalities.find((one) => one.code === code)?.name ?? code;
		const occupation = (code: string) => {
			const found = occupations?.items.find((one) => one.code === code);
			return found ? `${code} ${language === "fr" ? found.labelFr : found.labelEn}` : code;
		};
		const special: Record<string, (value: string) => string> = {
			neq: formatNeq,
			phone: formatPhone,
			sectorCode: reference.sectorLabel,
			sectors: reference.sectorLabel,
			mrcCode: reference.mrcName,
			municipalityCode: municipality,
			stage: reference.stageLabel,
			fromStage: reference.stageLabel,
			toStage: reference.stageLabel,
			criterion: reference.criterionLabel,
			occupationCode: occupation,
			servicePointId: (id) => reference.servicePoints.find((point) => point.id === id)?.name ?? id,
			newcomerAnswer: (answer) => values[`newcomer-${answer}`] ?? answer,
			toServicePointId: (id) => reference.servicePoints.find((point) => point.id === id)?.name ?? id,
			disabledAt: format.moment,
			reopenedFrom: () => words.closedCase,
		};
		const said = (field: string, value: string): string => {
			const vocabularies = vocabularyOf[field];
			if (vocabularies) {
				const label = term(vocabularies, value);
				return label === value ? (values[value] ?? value) : label;
			}
			if (people.has(field)) return reference.personName(value) || value;
			if (days.test(field) && /^\d{4}-\d\d-\d\d$/.test(value)) return format.prose(value);
			return special[field]?.(value) ?? values[value] ?? value;
		};
		const value = (field: string, stored: unknown): string => {
			if (stored === null || stored === undefined || stored === "") return words.nothing;
			if (typeof stored === "boolean") return stored ? words.yes : words.no;
			if (typeof stored === "string") return said(field, stored);
			if (typeof stored === "number")
				return field.endsWith("Cents") ? format.money(stored) : field === "durationMinutes" ? words.minutes(format.number(stored)) : format.number(stored);
			if (!Array.isArray(stored)) return words.changedInside;
			if (stored.length === 0) return words.nothing;
			return listed.has(field) ? format.list(stored.map((one) => said(field, String(one)))) : format.plural(stored.length, words.lines.one, words.lines.other);
		};
		return { label: (field: string) => fields[field] ?? field, value };
	}, [words, format, reference, occupations, language]);
}
export type FieldWords = ReturnType<typeof useFieldWords>;
