import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormProvider } from "react-hook-form";
import { countEmployers, type Employer, employerChange, employer as employerSchema, getEmployer, listEmployers, updateEmployer } from "#contract/employers.ts";
import { useApiMutation } from "#lib/api.ts";
import { currentOf } from "#lib/conflict.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { formatNeq, formatPhone } from "#lib/format.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import { IdentityFields, ReachFields, type Stored } from "./EmployerFields.tsx";
import styles from "./EmployerForm.module.css";
import { type EmployerValues, employerBody, employerValues } from "./employer-form.ts";
import { employerQuery } from "./queries.ts";
import { text } from "./text.ts";

const valuesOf = (employer: Employer) => employerValues(employer, { neq: formatNeq, phone: formatPhone });

/** Changes an employer. When a colleague saved first, what was typed stays and the stored values are said beside it. */
export function EmployerDialog({ employer, onClose }: { employer: Employer; onClose: () => void }) {
	const words = useWords(text);
	const client = useQueryClient();
	const { sectorLabel, personName } = useReference();
	const [opened] = useState(employer);
	const { id, form, base, others, show, onError, changed } = useRecordForm({ record: employer, schema: employerSchema, valuesOf });
	const baseValues = valuesOf(base);
	const update = useApiMutation(updateEmployer, {
		invalidates: [listEmployers, countEmployers, getEmployer],
		onSuccess: (saved) => {
			client.setQueryData(employerQuery(saved.id).queryKey, saved);
			addToast({ text: words.form.saved });
			onClose();
		},
		onError: (error) => {
			onError(error);
			// The record behind the form is of before: it follows too.
			const { data: current } = employerSchema.safeParse(currentOf(error));
			if (current) client.setQueryData(employerQuery(id).queryKey, current);
		},
	});
	const submit = form.handleSubmit(() => {
		const body = changed(employerBody);
		if (Object.keys(body).length === 0) return onClose();
		if (!show(problemsOf(employerChange, body))) update.mutate({ params: { id }, body, ifMatch: base.version, base });
	});

	const inWords = (field: keyof EmployerValues, value: EmployerValues[keyof EmployerValues]) => {
		const said =
			field === "sectorCode" && value ? sectorLabel(String(value)) : field === "advisorId" && value ? personName(String(value)) : String(value ?? "");
		return words.form.storedNow(said || words.form.empty);
	};
	const typed = form.watch();
	const before = valuesOf(opened);
	const fields = Object.keys(baseValues) as (keyof EmployerValues)[];
	// What a colleague changed and the person had changed too: the only values there is a choice about.
	const disputed = fields.filter((field) => baseValues[field] !== before[field] && typed[field] !== baseValues[field]);
	const stored: Stored = Object.fromEntries(disputed.map((field) => [field, inWords(field, baseValues[field])]));
	return (
		<FormProvider {...form}>
			<Dialog
				title={words.form.editTitle(employer.name)}
				onClose={onClose}
				onSubmit={submit}
				keepOnBackdrop={form.formState.isDirty}
				size="large"
				footer={<DialogButtons cancel={words.form.cancel} onCancel={onClose} submit={words.form.save} busy={update.isPending} />}
			>
				<div className={styles.stack}>
					{base !== opened && (
						<Banner tone="amber" live>
							{words.form.conflict}
						</Banner>
					)}
					<Problems sentences={others} />
					<IdentityFields stored={stored} />
					<ReachFields stored={stored} />
				</div>
			</Dialog>
		</FormProvider>
	);
}
