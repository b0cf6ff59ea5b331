import { useMemo } from "react";
import type { FieldSet } from "#contract/filter.ts";
import type { Indicator, IndicatorRow } from "#contract/indicators.ts";
import type { Naming } from "#lib/filter-words.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useReference } from "#lib/reference.ts";
import { useOccupationNames } from "#lib/use-occupation-names.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";
import { useMissionNames } from "./use-mission-names.ts";

type Kind = IndicatorRow["kind"];

/** What a type is depends on the figure: a mode of visit, a signal, a reason, a source. */
export function useTypeLabel(id: string, kind: Kind): (type: string) => string {
	const { term } = useReference();
	const { quality, teer, source } = useWords(text);
	return useMemo(() => {
		if (id === "I22") return (type) => term("signal", type);
		if (id === "I06-closed") return (type) => term("closeReason", type);
		if (kind === "employer") return (type) => quality.fields[type as keyof typeof quality.fields] ?? type;
		if (kind === "followUp") return (type) => term("followUpKind", type);
		if (kind === "labourNeed") return teer;
		if (kind === "immigrationLine") return (type) => term("immigrationPath", type);
		if (kind === "toolUse") return (type) => source[type as keyof typeof source] ?? type;
		return (type) => term("visitMode", type);
	}, [id, kind, term, quality, teer, source]);
}

/** The dimensions of a figure and their values as a person reads them. */
export function useRowNaming(
	{ id, dimensions }: Indicator,
	kind: Kind,
	fields: FieldSet,
	counts: Record<string, { value: string | null }[]> | undefined,
): Naming {
	const words = useWords(text);
	const { servicePoints, personName, term } = useReference();
	const typeLabel = useTypeLabel(id, kind);
	const occupation = useOccupationNames((counts?.occupationCode ?? []).flatMap(({ value }) => (value ? [value] : [])));
	const missionName = useMissionNames(dimensions.includes("missionId"));
	const codes = useMemo(
		() => ({
			type: typeLabel,
			personId: personName,
			occupationCode: occupation,
			missionId: missionName,
			country: (code: string) => term("missionCountry", code),
			servicePointId: (point: string) => servicePoints.find((one) => one.id === point)?.name ?? point,
		}),
		[typeLabel, personName, occupation, servicePoints, term, missionName],
	);
	return useNaming(fields, words, codes);
}
