import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { getReference, type Reference, type Term } from "#contract/reference.ts";
import { apiQuery } from "./api.ts";
import { type Language, useLanguage } from "./preferences.ts";

/** Kept for the whole session: vocabularies do not change while one works. */
export const referenceQuery = { ...apiQuery(getReference, {}), staleTime: 60 * 60_000 };

const byCode = <T extends { code: string }>(items: T[]) => new Map(items.map((item) => [item.code, item]));

/** Offered on a day; `held`, which a record already has, stays among the choices: a form must not take it away by itself. */
const isOffered = ({ code, validFrom, validTo }: Term, on: string, held: readonly (string | null | undefined)[]) =>
	(validFrom <= on && (validTo === null || validTo >= on)) || held.includes(code);

/** On which day a form asks (that of its record; today unless said), and what its record already has. */
export type Offering = { on?: string | null | undefined; held?: string | null | undefined | readonly (string | null | undefined)[] };

function makeLookup(reference: Reference, language: Language) {
	const label = (item: { labelFr: string; labelEn: string } | undefined, code: string) => (item ? (language === "fr" ? item.labelFr : item.labelEn) : code);
	const optionsOf = (terms: Term[], { on, held }: Offering = {}) =>
		terms.filter((item) => isOffered(item, on || reference.today, [held].flat())).map((item) => ({ value: item.code, label: label(item, item.code) }));
	const stages = byCode(reference.stages);
	const sectors = byCode(reference.sectors);
	const mrcs = byCode([...reference.formerMrcs, ...reference.mrcs]);
	const criteria = byCode(reference.criteria);
	const people = new Map(reference.people.map((person) => [person.id, person]));
	const counsellors = reference.people.filter(({ role, atWork }) => atWork && (role === "advisor" || role === "recruitmentAdvisor" || role === "manager"));
	const vocabularies = new Map(Object.entries(reference.vocabularies).map(([name, terms]) => [name, byCode(terms)]));
	return {
		...reference,
		stageLabel: (code: string) => label(stages.get(code), code),
		stageShort: (code: string) => {
			const stage = stages.get(code);
			return stage ? (language === "fr" ? stage.shortFr : stage.shortEn) : code;
		},
		staleAfter: (code: string) => stages.get(code)?.staleAfterDays ?? null,
		sectorLabel: (code: string) => label(sectors.get(code), code),
		mrcName: (code: string) => mrcs.get(code)?.name ?? code,
		criterionLabel: (code: string) => label(criteria.get(code), code),
		term: (vocabulary: string, code: string) => label(vocabularies.get(vocabulary)?.get(code), code),
		/** The terms of a vocabulary as options, in their order: those that are offered. */
		terms: (vocabulary: string, offering?: Offering) => optionsOf(reference.vocabularies[vocabulary] ?? [], offering),
		sectorOptions: (offering?: Offering) => optionsOf(reference.sectors, offering),
		person: (id: string) => people.get(id),
		personName: (id: string) => people.get(id)?.name ?? "",
		/** Those who accompany employers, to choose from. */
		counsellors,
		/** The same as options, with whoever holds it already, even gone: a form must not take it from them by itself. */
		counsellorsWith: (id: string | null | undefined) => {
			const holder = id ? people.get(id) : undefined;
			return [...counsellors, ...(holder && !counsellors.includes(holder) ? [holder] : [])].map((person) => ({ value: person.id, label: person.name }));
		},
	};
}

export type ReferenceLookup = ReturnType<typeof makeLookup>;

/** Labels in the person's language; the layout's loader has it before any page draws. */
export function useReference(): ReferenceLookup {
	const { data } = useQuery(referenceQuery);
	const language = useLanguage();
	if (!data) throw new Error("The reference must be loaded before a page that names things: put it in the route's loader.");
	return useMemo(() => makeLookup(data, language), [data, language]);
}
