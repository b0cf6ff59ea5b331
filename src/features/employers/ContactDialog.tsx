import {
	type Contact,
	contactChange,
	contactCreation,
	contact as contactSchema,
	createContact,
	getEmployer,
	listEmployers,
	updateContact,
} from "#contract/employers.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf } from "#lib/form-problems.ts";
import { formatPhone } from "#lib/format.ts";
import { useRecordForm } from "#lib/record-form.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import { Problems } from "#ui/Problems.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./EmployerForm.module.css";
import { orNull } from "./employer-form.ts";
import { text } from "./text.ts";

type Values = { name: string; jobTitle: string; phone: string; phoneExtension: string; email: string; isPrimary: boolean };
type ContactDialogProps = {
	employerId: string;
	contact: Contact | null /** The first one is the one to reach first. */;
	isFirst: boolean;
	onClose: () => void;
};

const valuesOf = (contact: Contact | null, isFirst: boolean): Values => ({
	name: contact?.name ?? "",
	jobTitle: contact?.jobTitle ?? "",
	phone: contact?.phone ? formatPhone(contact.phone) : "",
	phoneExtension: contact?.phoneExtension ?? "",
	email: contact?.email ?? "",
	isPrimary: contact?.isPrimary ?? isFirst,
});

const bodyOf = (values: Values) => ({
	name: values.name,
	jobTitle: orNull(values.jobTitle),
	phone: orNull(values.phone),
	phoneExtension: orNull(values.phoneExtension),
	email: orNull(values.email),
	isPrimary: values.isPrimary,
});

/** Adds a contact or changes one. */
export function ContactDialog({ employerId, contact, isFirst, onClose }: ContactDialogProps) {
	const words = useWords(text);
	const { id, form, base, others, show, onError, changed } = useRecordForm({
		record: contact,
		schema: contactSchema,
		valuesOf: (row) => valuesOf(row, isFirst),
		conflict: words.contacts.conflict,
	});
	const { register, formState } = form;
	const after = {
		invalidates: [getEmployer, listEmployers],
		onSuccess: (saved: Contact) => {
			addToast({ text: words.contacts.saved(saved.name) });
			onClose();
		},
		onError,
	};
	const create = useApiMutation(createContact, after);
	const update = useApiMutation(updateContact, after);
	const submit = form.handleSubmit((values) => {
		const body = bodyOf(values);
		if (!base) {
			if (!show(problemsOf(contactCreation, { id, employerId, ...body }))) create.mutate({ body: { id, employerId, ...body }, idempotencyKey: id });
			return;
		}
		const changes = changed(bodyOf);
		if (Object.keys(changes).length === 0) return onClose();
		if (!show(problemsOf(contactChange, changes))) update.mutate({ params: { id }, body: changes, ifMatch: base.version, base });
	});
	const { errors } = formState;
	return (
		<Dialog
			title={contact ? words.contacts.editName(contact.name) : words.contacts.add}
			onClose={onClose}
			onSubmit={submit}
			keepOnBackdrop={formState.isDirty}
			footer={<DialogButtons cancel={words.form.cancel} onCancel={onClose} submit={words.form.save} busy={create.isPending || update.isPending} />}
		>
			<div className={styles.stack}>
				<Problems sentences={others} />
				<p className="muted">{words.contacts.notice}</p>
				<div className={styles.grid}>
					<Field label={words.contacts.name} required error={errors.name?.message}>
						<TextInput {...register("name")} />
					</Field>
					<Field label={words.contacts.jobTitle} optional error={errors.jobTitle?.message}>
						<TextInput {...register("jobTitle")} />
					</Field>
					<Field label={words.contacts.phone} optional error={errors.phone?.message}>
						<TextInput {...register("phone")} type="tel" />
					</Field>
					<Field label={words.contacts.phoneExtension} optional error={errors.phoneExtension?.message}>
						<TextInput {...register("phoneExtension")} inputMode="numeric" />
					</Field>
					<Field label={words.contacts.email} optional error={errors.email?.message} className={styles.wide}>
						<TextInput {...register("email")} type="email" />
					</Field>
				</div>
				<Checkbox label={words.contacts.isPrimary} {...register("isPrimary")} />
			</div>
		</Dialog>
	);
}
