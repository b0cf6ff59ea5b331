import { useState } from "react";

import type { Role } from "#contract/endpoint.ts";
import { createPerson, issuePassword, listPeople, type ManagedPerson, managedPerson, personChange, personCreation, updatePerson } from "#contract/people.ts";
import { getReference } from "#contract/reference.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Problems } from "#ui/Problems.tsx";
import { AccessActions } from "./AccessActions.tsx";
import styles from "./PersonDialog.module.css";
import { PersonFields, type PersonValues } from "./PersonFields.tsx";
import { TemporaryPasswordDialog } from "./TemporaryPasswordDialog.tsx";
import { text } from "./text.ts";

const valuesOf = (person: ManagedPerson | null): PersonValues => ({
	name: person?.name ?? "",
	email: person?.email ?? "",
	role: person?.role ?? "advisor",
	servicePointId: person?.servicePointId ?? "",
});

const bodyOf = ({ name, email, role, servicePointId }: PersonValues) => ({ name, email, role: role as Role, servicePointId: servicePointId || null });

/** Adds a person and gives the password that lets them in; or changes one, and their access. */
export function PersonDialog({ person, onClose }: { person: ManagedPerson | null; onClose: () => void }) {
	const words = useWords(text);
	const { id, form, base, setBase, others, show, onError, changed } = useRecordForm({
		record: person,
		schema: managedPerson,
		valuesOf,
		conflict: words.form.conflict,
	});
	const [issued, setIssued] = useState<{ name: string; password: string; validUntil: string } | null>(null);
	const issue = useApiMutation(issuePassword, {
		invalidates: [listPeople],
		onSuccess: (given) => setIssued({ name: form.getValues("name"), ...given }),
		onError,
	});
	const create = useApiMutation(createPerson, {
		invalidates: [listPeople, getReference],
		onSuccess: (created) => {
			setBase(created);
			// A demonstration has no password to give.
			if (created.can.issuePassword) issue.mutate({ params: { id } });
			else onClose();
		},
		onError,
	});
	const update = useApiMutation(updatePerson, {
		invalidates: [listPeople, getReference],
		onSuccess: (saved) => {
			addToast({ text: words.form.saved(saved.name) });
			onClose();
		},
		onError,
	});
	const submit = form.handleSubmit((values) => {
		const body = bodyOf(values);
		if (!base) {
			if (!show(problemsOf(personCreation, { id, ...body }))) create.mutate({ body: { id, ...body }, idempotencyKey: id });
			return;
		}
		const changes = changed(bodyOf);
		if (Object.keys(changes).length === 0) return onClose();
		if (!show(problemsOf(personChange, changes))) update.mutate({ params: { id }, body: changes, ifMatch: base.version, base });
	});
	if (issued) return <TemporaryPasswordDialog {...issued} onClose={onClose} />;
	return (
		<Dialog
			title={person ? words.editName(person.name) : words.add}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={form.formState.isDirty}
			footer={
				<DialogButtons cancel={words.form.cancel} onCancel={onClose} submit={words.form.save} busy={create.isPending || update.isPending || issue.isPending} />
			}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<PersonFields form={form} mayChangeRole={base?.can.changeRole ?? true} />
				{base && (
					<AccessActions person={base} isIssuing={issue.isPending} onIssue={() => issue.mutate({ params: { id } })} onDone={onClose} onError={onError} />
				)}
			</div>
		</Dialog>
	);
}
