import { useQuery } from "@tanstack/react-query";
import { useFormContext } from "react-hook-form";
import { listLabourNeeds } from "#contract/labour-needs.ts";
import { listMissions } from "#contract/missions.ts";
import { apiQuery } from "#lib/api.ts";
import { useOccupationChoice } from "#lib/occupations.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import type { LineValues } from "./line-form.ts";
import { text } from "./text.ts";

/** What several persons hired together have in common. */
export type CommonValues = Pick<LineValues, "employerId" | "path" | "stream" | "country" | "occupationCode" | "labourNeedId" | "missionId">;

/** By which path, from where, for which occupation. */
export function WhichFields() {
	const words = useWords(text).form;
	const { terms } = useReference();
	const { register, watch, setValue, formState } = useFormContext<CommonValues>();
	const { errors, defaultValues } = formState;
	const path = watch("path");
	const occupation = useOccupationChoice(watch("occupationCode"), (code) => setValue("occupationCode", code, { shouldDirty: true }));
	return (
		<>
			<Field label={words.path} required error={errors.path?.message}>
				<Select {...register("path")} options={terms("immigrationPath", { held: defaultValues?.path })} />
			</Field>
			{path === "tfwp" && (
				<Field label={words.stream} error={errors.stream?.message}>
					<Select {...register("stream")} placeholder={words.notSaid} options={terms("immigrationStream", { held: defaultValues?.stream })} />
				</Field>
			)}
			<Field label={words.country} error={errors.country?.message}>
				<Select {...register("country")} placeholder={words.notSaid} options={terms("missionCountry", { held: defaultValues?.country })} />
			</Field>
			<Field label={words.occupation} error={errors.occupationCode?.message}>
				{occupation.isNaming ? (
					<TextInput value={watch("occupationCode")} readOnly aria-busy />
				) : (
					<LazyCombobox {...occupation.box} placeholder={words.occupationHint} emptyText={words.noOccupation} opensOn="input" />
				)}
			</Field>
		</>
	);
}

/** The need that is filled, the mission where it was. */
export function LinkFields() {
	const words = useWords(text).form;
	const { register, watch, formState } = useFormContext<CommonValues>();
	const { errors } = formState;
	const employerId = watch("employerId");
	const needs = useQuery({
		...apiQuery(listLabourNeeds, { query: { filter: `employerId==${employerId}`, sort: "-recordedOn", limit: 100 } }),
		enabled: employerId !== "",
	});
	const missions = useQuery(apiQuery(listMissions, { query: { sort: "-startsOn", limit: 100 } }));
	return (
		<>
			<Field label={words.need} error={errors.labourNeedId?.message}>
				<Select
					{...register("labourNeedId")}
					placeholder={words.notSaid}
					options={(needs.data?.items ?? []).map(({ id, occupationLabel, recordedOn }) => ({ value: id, label: `${recordedOn} · ${occupationLabel}` }))}
				/>
			</Field>
			<Field label={words.mission} error={errors.missionId?.message}>
				<Select
					{...register("missionId")}
					placeholder={words.notSaid}
					options={(missions.data?.items ?? []).map(({ id, name, startsOn }) => ({ value: id, label: `${startsOn} · ${name}` }))}
				/>
			</Field>
		</>
	);
}
