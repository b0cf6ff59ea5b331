import { Controller, useFormContext, useWatch } from "react-hook-form";
import { toolEvents, tools } from "#contract/tool-uses.ts";
import { useReference } from "#lib/reference.ts";
import { vocabularyOfTool } from "#lib/tool-words.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { panelText } from "./panel-text.ts";
import styles from "./ToolUsesPanel.module.css";
import { countedOf, type UseValues } from "./tool-use-form.ts";

/** What is proposed first of each tool. */
const firstOf = { employerPortal: "search", journeesQuebec: "registered", francisation: "francisationInformed" } as const;

type Props = { id: string; isNew: boolean; problems: readonly string[] };

/** What is said of a use or of a step of the account: when, how many, by whom we know, who helped. A fact keeps its tool. */
export function ToolUseFields({ id, isNew, problems }: Props) {
	const words = useWords(panelText);
	const { today, term, counsellorsWith } = useReference();
	const { register, control, formState, setValue } = useFormContext<UseValues>();
	const { tool, event, helpedById } = useWatch<UseValues>({ control }) as UseValues;
	const { errors } = formState;
	const isMission = tool === "journeesQuebec";
	const counted = countedOf(event);
	const vocabulary = vocabularyOfTool[tool];
	return (
		<div className={styles.stack}>
			<Problems sentences={problems} />
			{isNew && (
				<Controller
					control={control}
					name="tool"
					render={({ field }) => (
						<Segmented
							label={words.tool}
							value={field.value}
							onChange={(value) => {
								field.onChange(value);
								setValue("event", firstOf[value]);
							}}
							options={tools.map((value) => ({ value, label: words.tools[value] }))}
						/>
					)}
				/>
			)}
			<div className={styles.pair}>
				<Field label={words.event} required error={errors.event?.message}>
					<Select {...register("event")} key={tool} options={toolEvents[tool].map((value) => ({ value, label: term(vocabulary, value) }))} />
				</Field>
				<Field label={words.occurredOn} required error={errors.occurredOn?.message}>
					<DateInput {...register("occurredOn")} max={today} />
				</Field>
			</div>
			{counted && (
				<Field label={words.quantity[counted]} required error={errors.quantity?.message}>
					<Controller control={control} name="quantity" render={({ field }) => <NumberInput {...field} />} />
				</Field>
			)}
			{event === "courseStarted" && (
				<Field label={words.participants} help={words.participantsHelp} optional error={errors.participants?.message}>
					<Controller control={control} name="participants" render={({ field }) => <NumberInput {...field} />} />
				</Field>
			)}
			{isMission && (
				<Field label={words.mission} help={words.missionHelp} required error={errors.mission?.message}>
					<TextInput {...register("mission")} />
				</Field>
			)}
			<Controller
				control={control}
				name="source"
				render={({ field }) => (
					<Segmented
						label={words.source}
						help={words.sourceHelp}
						value={field.value}
						onChange={field.onChange}
						options={(["declared", "extract"] as const).map((value) => ({ value, label: words.sources[value] }))}
					/>
				)}
			/>
			{!isMission && (
				<Field label={words.helpedBy} optional error={errors.helpedById?.message}>
					<Select {...register("helpedById")} placeholder={words.nobody} options={counsellorsWith(helpedById)} />
				</Field>
			)}
			<Field label={words.note} optional error={errors.note?.message}>
				<GuardedInput field="note" record={{ entity: "toolUse", recordId: id, isNew }} {...register("note")} />
			</Field>
		</div>
	);
}
