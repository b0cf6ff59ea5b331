import { Controller, useFormContext, useWatch } from "react-hook-form";
import { tools, toolUseSource } from "#contract/tool-uses.ts";
import { useReference } from "#lib/reference.ts";
import { vocabularyOfTool } from "#lib/tool-words.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { LineEmployer } from "./LineEmployer.tsx";
import { LineFrame } from "./LineFrame.tsx";
import { PathField } from "./PathField.tsx";
import { useField } from "./problems.ts";
import styles from "./Report.module.css";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

export function ToolUseLine({ index, onRemove }: { index: number; onRemove: () => void }) {
	const words = useWords(text);
	const { terms } = useReference();
	const { control, register, setValue } = useFormContext<ReportValues>();
	const path = `report.toolUses.${index}` as const;
	const tool = useWatch({ control, name: `${path}.tool` }) as (typeof tools)[number];
	const isMission = tool === "journeesQuebec";
	const problem = useField(`${path}.tool`);
	return (
		<LineFrame title={words.tool.line(index + 1)} remove={words.tool.remove} onRemove={onRemove}>
			<LineEmployer list="toolUses" index={index} />
			<div className={styles.wide}>
				<Controller
					control={control}
					name={`${path}.tool`}
					render={({ field: { value, onChange, onBlur } }) => (
						<Segmented
							label={words.tool.tool}
							required
							{...problem}
							options={tools.map((tool) => ({ value: tool, label: words.tool.tools[tool] }))}
							value={value as (typeof tools)[number]}
							onChange={(tool) => {
								onChange(tool);
								// What one tool records, the other does not know.
								setValue(`${path}.event`, "");
								setValue(`${path}.mission`, "");
								if (tool === "francisation") setValue(`${path}.quantity`, 1);
							}}
							onBlur={onBlur}
						/>
					)}
				/>
			</div>
			<PathField path={`${path}.event`} label={words.tool.event} required>
				<Select {...register(`${path}.event`)} placeholder={words.choose} options={terms(vocabularyOfTool[tool] ?? "portalEvent")} />
			</PathField>
			<PathField path={`${path}.occurredOn`} label={words.tool.date} required>
				<DateInput {...register(`${path}.occurredOn`)} />
			</PathField>
			{tool === "francisation" ? null : isMission ? (
				<PathField path={`${path}.mission`} label={words.tool.mission} required>
					<GuardedInput field="report.toolUses.mission" {...register(`${path}.mission`)} maxLength={120} placeholder={words.tool.missionHint} />
				</PathField>
			) : (
				<PathField path={`${path}.quantity`} label={words.tool.quantity} required>
					<Controller control={control} name={`${path}.quantity`} render={({ field }) => <NumberInput {...field} />} />
				</PathField>
			)}
			<PathField path={`${path}.source`} label={words.tool.source} required>
				<Select {...register(`${path}.source`)} options={toolUseSource.options.map((source) => ({ value: source, label: words.tool.sources[source] }))} />
			</PathField>
		</LineFrame>
	);
}
