import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { archiveEmployer, employerArchiving } from "#contract/employer-archiving.ts";
import { type Employer, getEmployer } from "#contract/employers.ts";
import { listFollowUps } from "#contract/follow-ups.ts";
import { apiQuery, useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { settlementsOf } from "#lib/settlements.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import { isSettled, SettleList, type Settling, unsettled } from "#ui/SettleList.tsx";
import styles from "./EmployerForm.module.css";
import { text } from "./text.ts";

type Values = { reason: string; closeReason: string };

/** Why the employer leaves the lists, and what becomes of what is open: its case, its follow-ups, its needs. */
export function ArchiveDialog({ employer, onClose }: { employer: Employer; onClose: () => void }) {
	const words = useWords(text).archive;
	const { terms, personName } = useReference();
	const { prose, plural } = useFormat();
	const client = useQueryClient();
	const open = useQuery(apiQuery(listFollowUps, { query: { filter: `employerId==${employer.id};done==false`, limit: 200 } }));
	const items = open.data?.items ?? [];
	const [settled, setSettled] = useState<Record<string, Settling>>({});
	const [isChecked, setChecked] = useState(false);
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<Values>({ defaultValues: { reason: "", closeReason: "" } });
	const { errors } = form.formState;
	const hasCase = employer.stage !== null;
	const archive = useApiMutation(archiveEmployer, {
		invalidates: [getEmployer],
		onSuccess: () => {
			addToast({ text: words.done(employer.name) });
			// It leaves every list and every count.
			void client.invalidateQueries();
			onClose();
		},
		onError: (error) => {
			void open.refetch();
			setOthers(showProblems(form, problemsOfError(error)));
		},
	});
	const submit = form.handleSubmit(({ reason, closeReason }) => {
		setChecked(true);
		const followUps = settlementsOf(items, settled);
		const body = { reason, ...(hasCase ? { closeReason } : {}), ...(followUps.length > 0 ? { followUps } : {}) };
		const problems = problemsOf(employerArchiving, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0 && items.every(({ id }) => isSettled(settled[id] ?? unsettled)))
			archive.mutate({ params: { id: employer.id }, body, ifMatch: employer.version });
	});
	return (
		<Dialog
			title={words.title(employer.name)}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={
				<DialogButtons
					cancel={words.cancel}
					onCancel={onClose}
					submit={words.action}
					variant="danger"
					busy={archive.isPending}
					disabledReason={open.isPending ? words.reading : null}
				/>
			}
		>
			<div className={styles.stack}>
				<p>{words.intro}</p>
				<Problems sentences={others} />
				<Field label={words.reason} error={errors.reason?.message} required>
					<Select {...form.register("reason")} placeholder={words.choose} options={terms("archiveReason")} />
				</Field>
				{hasCase && (
					<Field label={words.closeReason} help={words.closeHelp} error={errors.closeReason?.message} required>
						<Select {...form.register("closeReason")} placeholder={words.choose} options={terms("closeReason")} />
					</Field>
				)}
				{employer.openNeeds > 0 && <p>{words.needs(plural(employer.openNeeds, words.need.one, words.need.other))}</p>}
				{items.length > 0 && (
					<SettleList
						label={words.followUps}
						items={items.map(({ id, title, dueOn, ownerId }) => ({ id, title, detail: `${prose(dueOn)} · ${personName(ownerId)}` }))}
						values={settled}
						onChange={setSettled}
						cancelReasons={terms("followUpCancelReason")}
						isChecked={isChecked}
					/>
				)}
			</div>
		</Dialog>
	);
}
