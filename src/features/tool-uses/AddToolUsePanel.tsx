import { useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { listTimeline } from "#contract/employer-timeline.ts";
import { countEmployers, getEmployer, listEmployers } from "#contract/employers.ts";
import { countToolUses, createToolUse, listToolUses, type ToolUse, toolEvents, tools, toolUseCreation } from "#contract/tool-uses.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { panelText } from "./panel-text.ts";
import styles from "./ToolUsesPanel.module.css";

type Values = Pick<ToolUse, "tool" | "event" | "occurredOn" | "source"> & { quantity: number | null; mission: string; note: string };

/** Records one dated use of one of the two tools, with its source. */
export function AddToolUsePanel({ employerId, onClose }: { employerId: string; onClose: () => void }) {
	const words = useWords(panelText);
	const { today, term } = useReference();
	const [id] = useState(() => crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<Values>({
		defaultValues: { tool: "employerPortal", event: "search", occurredOn: today, quantity: 1, mission: "", source: "declared", note: "" },
	});
	const { register, control, formState, setValue } = form;
	const { tool, event } = useWatch({ control });
	const add = useApiMutation(createToolUse, {
		invalidates: [listToolUses, countToolUses, getEmployer, listEmployers, countEmployers, listTimeline],
		onSuccess: () => {
			addToast({ text: words.added });
			onClose();
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const countable = event === "search" || event === "contact" || event === "validatedOffer" ? event : null;
	const submit = form.handleSubmit(({ mission, note, quantity, ...values }) => {
		const body = {
			id,
			employerId,
			...values,
			quantity: countable ? (quantity ?? Number.NaN) : 1,
			mission: values.tool === "journeesQuebec" && mission.trim() ? mission : null,
			note: note.trim() ? note : null,
		};
		const problems = problemsOf(toolUseCreation, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) add.mutate({ body, idempotencyKey: id });
	});
	const { errors } = formState;
	const isMission = tool === "journeesQuebec";
	const events = (isMission ? toolEvents.journeesQuebec : toolEvents.employerPortal).map((value) => ({
		value,
		label: term(isMission ? "missionEvent" : "portalEvent", value),
	}));
	return (
		<Dialog
			title={words.add}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={formState.isDirty}
			footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={add.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<Controller
					control={control}
					name="tool"
					render={({ field }) => (
						<Segmented
							label={words.tool}
							value={field.value}
							onChange={(value) => {
								field.onChange(value);
								setValue("event", value === "employerPortal" ? "search" : "registered");
							}}
							options={tools.map((value) => ({ value, label: words.tools[value] }))}
						/>
					)}
				/>
				<div className={styles.pair}>
					<Field label={words.event} required error={errors.event?.message}>
						<Select {...register("event")} key={tool} options={events} />
					</Field>
					<Field label={words.occurredOn} required error={errors.occurredOn?.message}>
						<DateInput {...register("occurredOn")} max={today} />
					</Field>
				</div>
				{countable && (
					<Field label={words.quantity[countable]} required error={errors.quantity?.message}>
						<Controller control={control} name="quantity" render={({ field }) => <NumberInput {...field} />} />
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
				<Field label={words.note} optional error={errors.note?.message}>
					<GuardedInput field="note" record={{ entity: "toolUse", recordId: id, isNew: true }} {...register("note")} />
				</Field>
			</div>
		</Dialog>
	);
}
