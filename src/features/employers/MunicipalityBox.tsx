import { useMemo, useState } from "react";
import { fold } from "#contract/fold.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { text } from "./text.ts";

type MunicipalityBoxProps = { value: string; onChange: (code: string) => void; onBlur: () => void; name: string; ref?: React.Ref<HTMLInputElement> };
const shown = 30;

/** The region's municipalities, blind to accents and « St » / « Saint ». */
export function MunicipalityBox({ value, onChange, onBlur, name, ref }: MunicipalityBoxProps) {
	const words = useWords(text).form;
	const { municipalities, mrcName } = useReference();
	const [query, setQuery] = useState("");
	const all = useMemo(
		() => municipalities.map(({ code, name: label, mrcCode }) => ({ id: code, label, detail: mrcName(mrcCode), folded: fold(label) })),
		[municipalities, mrcName],
	);
	const chosen = all.find(({ id }) => id === value) ?? null;
	const items = useMemo(() => {
		const asked = fold(query === chosen?.label ? "" : query).split(" ");
		const found = all.filter(({ folded }) => asked.every((word) => folded.includes(word)));
		const starts = (folded: string) => (folded.startsWith(asked[0] ?? "") ? 0 : 1);
		return found.sort((a, b) => starts(a.folded) - starts(b.folded)).slice(0, shown);
	}, [all, query, chosen]);
	return (
		<LazyCombobox
			ref={ref}
			name={name}
			items={items}
			value={chosen}
			onChange={(item) => onChange(item?.id ?? "")}
			onInputChange={setQuery}
			onBlur={onBlur}
			placeholder={words.municipalityPlaceholder}
			emptyText={words.municipalityNone}
			opensOn="input"
		/>
	);
}
