import { lazy, Suspense, useState } from "react";
import type { Contact, Employer } from "#contract/employers.ts";
import { formatPhone } from "#lib/format.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./ContactsPanel.module.css";
import { text } from "./text.ts";

// A form, its library and its sentences: for who writes, not for who reads.
const ContactDialog = lazy(async () => ({ default: (await import("./ContactDialog.tsx")).ContactDialog }));

/** The people to reach at an employer's. */
export function ContactsPanel({ employer }: { employer: Employer }) {
	const words = useWords(text).contacts;
	const may = useMay();
	const [edited, setEdited] = useState<Contact | "new" | null>(null);
	const canAdd = employer.can.update && may("createContact");
	const canEdit = employer.can.update && may("updateContact");
	const add = canAdd && (
		<Button size="small" icon="plus" onClick={() => setEdited("new")}>
			{words.add}
		</Button>
	);
	return (
		<>
			<Card title={words.title} actions={employer.contacts.length > 0 && add}>
				{employer.contacts.length === 0 ? (
					<EmptyState compact icon="user" title={words.none.title} text={words.none.text} action={add} />
				) : (
					<ItemList label={words.title}>
						{employer.contacts.map((contact) => (
							<Item
								key={contact.id}
								title={<ContactName contact={contact} />}
								end={
									canEdit && (
										<Button size="small" variant="quiet" icon="edit" onClick={() => setEdited(contact)} aria-label={words.editName(contact.name)}>
											{words.edit}
										</Button>
									)
								}
							>
								<ContactReach contact={contact} />
							</Item>
						))}
					</ItemList>
				)}
			</Card>
			<Suspense>
				{edited && (
					<ContactDialog
						employerId={employer.id}
						contact={edited === "new" ? null : edited}
						isFirst={employer.contacts.length === 0}
						onClose={() => setEdited(null)}
					/>
				)}
			</Suspense>
		</>
	);
}

export function ContactName({ contact }: { contact: Contact }) {
	const words = useWords(text).contacts;
	return (
		<span className={styles.name}>
			{contact.name}
			{contact.isPrimary && <Tag>{words.primary}</Tag>}
		</span>
	);
}

/** Job title, telephone and e-mail: one press calls or writes. */
export function ContactReach({ contact }: { contact: Contact }) {
	const words = useWords(text).contacts;
	const { phone, phoneExtension, email, jobTitle } = contact;
	return (
		<>
			{jobTitle && <div>{jobTitle}</div>}
			<div className={styles.reach}>
				{phone && (
					<a href={`tel:${phone}${phoneExtension ? `;ext=${phoneExtension}` : ""}`}>
						{formatPhone(phone)}
						{phoneExtension && `, ${words.extension(phoneExtension)}`}
					</a>
				)}
				{email && <a href={`mailto:${email}`}>{email}</a>}
			</div>
		</>
	);
}
