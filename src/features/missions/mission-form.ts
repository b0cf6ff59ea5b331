import { type Mission, publishedFields } from "#contract/missions.ts";
import { codesIn } from "#lib/occupation-codes.ts";

type Published = Record<(typeof publishedFields)[number], number | null>;
/** What the form holds: text as typed, lists, numbers or null. */
export type MissionValues = Pick<Mission, "name" | "countries" | "mode" | "startsOn" | "endsOn" | "sectors" | "isCancelled"> &
	Published & { edition: string; occupationCodes: string; frenchLevel: string; registrationDeadlineOn: string; applicationDeadlineOn: string; source: string };

export const missionValues = (mission: Mission | null): MissionValues => ({
	name: mission?.name ?? "",
	edition: mission?.edition ?? "",
	countries: mission?.countries ?? [],
	mode: mission?.mode ?? "virtual",
	startsOn: mission?.startsOn ?? "",
	endsOn: mission?.endsOn ?? "",
	sectors: mission?.sectors ?? [],
	occupationCodes: mission?.occupationCodes.join(" ") ?? "",
	frenchLevel: mission?.frenchLevel?.toString() ?? "",
	registrationDeadlineOn: mission?.registrationDeadlineOn ?? "",
	applicationDeadlineOn: mission?.applicationDeadlineOn ?? "",
	source: mission?.source ?? "",
	isCancelled: mission?.isCancelled ?? false,
	...(Object.fromEntries(publishedFields.map((name) => [name, mission?.[name] ?? null])) as Published),
});

export const missionBody = (values: MissionValues) => ({
	...values,
	edition: values.edition.trim() || null,
	occupationCodes: codesIn(values.occupationCodes),
	frenchLevel: values.frenchLevel === "" ? null : Number(values.frenchLevel),
	registrationDeadlineOn: values.registrationDeadlineOn || null,
	applicationDeadlineOn: values.applicationDeadlineOn || null,
	source: values.source.trim() || null,
});
