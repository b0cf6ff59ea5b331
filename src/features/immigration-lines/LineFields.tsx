import { useQuery } from "@tanstack/react-query";
import { useFormContext } from "react-hook-form";
import { stepsOf } from "#contract/immigration-steps.ts";
import { listLabourNeeds } from "#contract/labour-needs.ts";
import { listMissions } from "#contract/missions.ts";
import { apiQuery } from "#lib/api.ts";
import { useOccupationChoice } from "#lib/occupations.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./Immigration.module.css";
import type { LineValues } from "./line-form.ts";
import { text } from "./text.ts";

type LineFieldsProps = { lineId: string; isNew: boolean };

/** Who, by a label; by which path; the days of its steps, and no other's. */
export function LineFields({ lineId, isNew }: LineFieldsProps) {
	const all = useWords(text);
	const words = all.form;
	const { today, terms } = useReference();
	const { register, watch, setValue, formState } = useFormContext<LineValues>();
	const { errors, defaultValues } = formState;
	const [path, employerId] = watch(["path", "employerId"]);
	const occupation = useOccupationChoice(watch("occupationCode"), (code) => setValue("occupationCode", code, { shouldDirty: true }));
	const needs = useQuery({
		...apiQuery(listLabourNeeds, { query: { filter: `employerId==${employerId}`, sort: "-recordedOn", limit: 100 } }),
		enabled: employerId !== "",
	});
	const missions = useQuery(apiQuery(listMissions, { query: { sort: "-startsOn", limit: 100 } }));
	const record = { entity: "immigrationLine" as const, recordId: lineId, isNew };
	return (
		<>
			<Field label={words.label} help={words.labelHelp} required error={errors.label?.message}>
				<TextInput {...register("label")} autoComplete="off" />
			</Field>
			<div className={styles.pair}>
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
				{stepsOf(path).map((step) => (
					<Field key={step} label={all.steps[step]} required={step === "hiredOn"} error={errors[step]?.message}>
						<DateInput {...register(step)} max={today} />
					</Field>
				))}
				{path !== "permanent" && (
					<Field label={words.permitExpiresOn} error={errors.permitExpiresOn?.message}>
						<DateInput {...register("permitExpiresOn")} />
					</Field>
				)}
			</div>
			<div className={styles.pair}>
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
				<Field label={words.endedOn} error={errors.endedOn?.message}>
					<DateInput {...register("endedOn")} max={today} />
				</Field>
				<Field label={words.endReason} error={errors.endReason?.message}>
					<Select {...register("endReason")} placeholder={words.notSaid} options={terms("immigrationEnd", { held: defaultValues?.endReason })} />
				</Field>
			</div>
			<Field label={words.note} optional error={errors.note?.message}>
				<GuardedInput field="note" record={record} {...register("note")} />
			</Field>
		</>
	);
}
