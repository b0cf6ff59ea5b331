import { FormProvider } from "react-hook-form";
import { createToolRule, type ToolRule, toolRule, toolRuleChange, toolRuleCreation, updateToolRule } from "#contract/tool-rules.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { inOneBox } from "#lib/occupation-codes.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import styles from "./NeedMarks.module.css";
import { touchedByRule } from "./queries.ts";
import { RuleFields } from "./RuleFields.tsx";
import { ruleBody, ruleValues } from "./rule-form.ts";
import { rulesText } from "./rules-text.ts";
import { text } from "./text.ts";

/** Adds a rule by which tools are suggested, or changes one. */
export function RuleDialog({ rule, onClose }: { rule: ToolRule | null; onClose: () => void }) {
	const words = useWords(rulesText);
	const all = useWords(text);
	const { id, form, base, others, show, onError, changed } = useRecordForm({
		record: rule,
		schema: toolRule,
		valuesOf: ruleValues,
		conflict: all.form.conflict,
		fieldOf: inOneBox,
	});
	const answers = {
		invalidates: touchedByRule,
		onSuccess: () => {
			addToast({ text: words.saved });
			onClose();
		},
		onError,
	};
	const add = useApiMutation(createToolRule, answers);
	const change = useApiMutation(updateToolRule, answers);
	const submit = form.handleSubmit((values) => {
		if (!base) {
			const body = { id, ...ruleBody(values) };
			if (!show(problemsOf(toolRuleCreation, body))) add.mutate({ body, idempotencyKey: id });
			return;
		}
		const changes = changed(ruleBody);
		if (Object.keys(changes).length === 0) return onClose();
		if (!show(problemsOf(toolRuleChange, changes))) change.mutate({ params: { id }, body: changes, ifMatch: base.version, base });
	});
	return (
		<FormProvider {...form}>
			<Dialog
				title={rule ? words.editTitle : words.addTitle}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={<DialogButtons cancel={all.form.cancel} onCancel={onClose} submit={all.form.save} busy={add.isPending || change.isPending} />}
			>
				<div className={styles.stack}>
					<Problems sentences={others} />
					<RuleFields />
				</div>
			</Dialog>
		</FormProvider>
	);
}
