import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listEmployers } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { text } from "./text.ts";

type EmployerChoiceProps = { value: ComboboxItem | null; onChange: (employer: ComboboxItem | null) => void; error?: string };

/** Type-ahead on the employers; before the first letter, mine. */
export function EmployerChoice({ value, onChange, error }: EmployerChoiceProps) {
	const words = useWords(text).form;
	const me = useSession().person.id;
	const [typed, setTyped] = useState("");
	const q = typed === value?.label ? "" : typed.trim();
	const query = q ? { q, limit: 8 } : { filter: `advisorId==${me}`, sort: "-lastVisitOn", limit: 8 };
	const { data, isFetching } = useQuery({ ...apiQuery(listEmployers, { query }), placeholderData: keepPreviousData });
	return (
		<Field label={words.employer} required error={error}>
			<LazyCombobox
				items={(data?.items ?? []).map(({ id, name, municipalityName }) => ({ id, label: name, ...(municipalityName ? { detail: municipalityName } : {}) }))}
				value={value}
				onChange={onChange}
				onInputChange={setTyped}
				isLoading={isFetching && q !== ""}
				placeholder={words.employerHint}
				emptyText={words.noEmployer}
				opensOn="input"
			/>
		</Field>
	);
}
