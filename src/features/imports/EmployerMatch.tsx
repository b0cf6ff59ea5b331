import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listEmployers } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { text } from "./text.ts";

/** The employer that a row is about, found by whoever knows: no name resembles it. */
export function EmployerMatch({ onMatch }: { onMatch: (employerId: string) => void }) {
	const words = useWords(text).row.match;
	const [typed, setTyped] = useState("");
	const [value, setValue] = useState<ComboboxItem | null>(null);
	const q = typed === value?.label ? "" : typed.trim();
	const { data, isFetching } = useQuery({ ...apiQuery(listEmployers, { query: { q, limit: 8 } }), enabled: q !== "", placeholderData: keepPreviousData });
	return (
		<Field label={words.label} help={words.help}>
			<LazyCombobox
				items={(data?.items ?? []).map(({ id, name, municipalityName }) => ({ id, label: name, ...(municipalityName ? { detail: municipalityName } : {}) }))}
				value={value}
				onChange={(employer) => {
					setValue(employer);
					if (employer) onMatch(employer.id);
				}}
				onInputChange={setTyped}
				isLoading={isFetching && q !== ""}
				placeholder={words.hint}
				emptyText={words.none}
				opensOn="input"
			/>
		</Field>
	);
}
