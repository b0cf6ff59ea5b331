import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getEmployer } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { CheckboxGroup } from "#ui/CheckboxGroup.tsx";
import { reportText } from "./report-text.ts";
import type { EmployerValue } from "./report-values.ts";
import { text } from "./text.ts";

type EmployerContactsProps = {
	employer: EmployerValue;
	isAlone: boolean;
	/** Read at once: there are few employers. */
	isRead: boolean;
	met: string[];
	onChange: (met: string[]) => void;
};

/** Whom one met at one employer. */
export function EmployerContacts({ employer, isAlone, isRead, met, onChange }: EmployerContactsProps) {
	const words = useWords(text);
	const { head } = useWords(reportText);
	const [isAsked, setAsked] = useState(false);
	const { data } = useQuery({ ...apiQuery(getEmployer, { params: { id: employer.id } }), enabled: isRead || isAsked });
	if (!isRead && !isAsked)
		return (
			<Button variant="quiet" size="small" icon="plus" onClick={() => setAsked(true)}>
				{head.showContacts(employer.name)}
			</Button>
		);
	if (!data) return null;
	const contacts = data.contacts;
	if (contacts.length === 0) return isAlone ? <p className="muted">{words.head.noContact}</p> : null;
	return (
		<CheckboxGroup
			label={head.contactsOf(employer.name)}
			hideLabel={isAlone}
			options={contacts.map(({ id, name, jobTitle }) => ({ value: id, label: name, ...(jobTitle ? { help: jobTitle } : {}) }))}
			value={met.filter((id) => contacts.some((contact) => contact.id === id))}
			onChange={(ids) => onChange([...met.filter((id) => !contacts.some((contact) => contact.id === id)), ...ids])}
			columns
		/>
	);
}
