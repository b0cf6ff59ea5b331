import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listOccupations, type Occupation } from "#contract/reference.ts";
import { apiQuery } from "#lib/api.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Field, type FieldProps } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { text } from "./text.ts";

type OccupationFieldProps = Pick<FieldProps, "label" | "error" | "required" | "id"> & { value: string; onChange: (code: string) => void; onBlur?: () => void };

const occupationsQuery = (q: string) => apiQuery(listOccupations, { query: q ? { q } : {} });

/** CNP 2021 by title or code, without minding accents. */
export function OccupationField({ value, onChange, onBlur, ...field }: OccupationFieldProps) {
	const words = useWords(text);
	const language = useLanguage();
	const [typed, setTyped] = useState("");
	const [picked, setPicked] = useState<ComboboxItem | null>(null);
	const item = ({ code, labelFr, labelEn }: Occupation) => ({ id: code, label: language === "fr" ? labelFr : labelEn, detail: code });
	const found = useQuery({ ...occupationsQuery(typed.trim()), placeholderData: keepPreviousData });
	// A code that was stored is named before the box is drawn: the box would otherwise keep the code as its words.
	const isNamed = value === "" || picked?.id === value;
	const named = useQuery({ ...occupationsQuery(value), enabled: !isNamed });
	const stored = named.data?.items.find(({ code }) => code === value);
	const chosen = value === "" ? null : picked?.id === value ? picked : stored ? item(stored) : { id: value, label: value };
	return (
		<Field {...field}>
			{!isNamed && named.isPending ? (
				<TextInput value={value} readOnly aria-busy />
			) : (
				<LazyCombobox
					items={(found.data?.items ?? []).map(item)}
					value={chosen}
					onChange={(occupation) => {
						setTyped("");
						setPicked(occupation);
						onChange(occupation?.id ?? "");
					}}
					onInputChange={setTyped}
					onBlur={onBlur}
					isLoading={found.isFetching && typed !== ""}
					placeholder={words.need.occupationHint}
					emptyText={words.need.noOccupation}
					opensOn="input"
				/>
			)}
		</Field>
	);
}
