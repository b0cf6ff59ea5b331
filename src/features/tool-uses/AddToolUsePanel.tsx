import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { createToolUse, isPortalStep, type ToolUse, toolUseCreation } from "#contract/tool-uses.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { toolOfEvent } from "#lib/tool-words.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { panelText } from "./panel-text.ts";
import { ToolUseFields } from "./ToolUseFields.tsx";
import { bodyOf, touchedByUse, type UseValues } from "./tool-use-form.ts";

type Props = { employerId: string; event?: ToolUse["event"] | undefined; onClose: () => void };

/** Records one dated fact: a use of one of the two tools, a step of the account of the Portail or of francisation; today, by whoever records it, until said otherwise. */
export function AddToolUsePanel({ employerId, event = "search", onClose }: Props) {
	const words = useWords(panelText);
	const { today } = useReference();
	const me = useSession().person.id;
	const [id] = useState(() => crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<UseValues>({
		defaultValues: {
			tool: toolOfEvent(event),
			event,
			occurredOn: today,
			quantity: 1,
			mission: "",
			source: "declared",
			note: "",
			helpedById: isPortalStep(event) && event !== "toOpen" && event !== "dormant" ? me : "",
			participants: null,
		},
	});
	const add = useApiMutation(createToolUse, {
		invalidates: touchedByUse,
		onSuccess: () => {
			addToast({ text: words.added });
			onClose();
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit((values) => {
		const body = { id, employerId, ...bodyOf(values) };
		const problems = problemsOf(toolUseCreation, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) add.mutate({ body, idempotencyKey: id });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={words.add}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				footer={<DialogButtons cancel={words.cancel} onCancel={onClose} submit={words.save} busy={add.isPending} />}
			>
				<ToolUseFields id={id} isNew problems={others} />
			</Dialog>
		</FormProvider>
	);
}
