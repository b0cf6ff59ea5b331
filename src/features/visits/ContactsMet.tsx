import { useQueries } from "@tanstack/react-query";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { getEmployer } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { useWords } from "#lib/words.ts";
import { CheckboxGroup } from "#ui/CheckboxGroup.tsx";
import { useField } from "./problems.ts";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";

/** The contacts of the employers visited, to tick. */
export function ContactsMet() {
	const words = useWords(text);
	const { control } = useFormContext<ReportValues>();
	const employers = useWatch({ control, name: "employers" });
	const field = useField("report.contactIds");
	const contacts = useQueries({
		queries: employers.map(({ id }) => apiQuery(getEmployer, { params: { id } })),
		combine: (results) => results.flatMap(({ data }) => data?.contacts ?? []),
	});
	if (contacts.length === 0) return <p className="muted">{words.head.noContact}</p>;
	return (
		<Controller
			control={control}
			name="report.contactIds"
			render={({ field: { value, onChange, onBlur } }) => (
				<CheckboxGroup
					label={words.head.contacts}
					optional
					{...field}
					options={contacts.map(({ id, name, jobTitle }) => ({ value: id, label: name, ...(jobTitle ? { help: jobTitle } : {}) }))}
					value={value}
					onChange={(ids) => onChange([...value.filter((id) => !contacts.some((contact) => contact.id === id)), ...ids])}
					onBlur={onBlur}
					columns
				/>
			)}
		/>
	);
}
