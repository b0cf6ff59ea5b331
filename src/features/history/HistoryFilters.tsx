import type { EndpointOutput } from "#contract/endpoint.ts";
import type { listHistory } from "#contract/journal.ts";
import { useWords } from "#lib/words.ts";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./HistoryPanel.module.css";
import type { HistoryFilter } from "./history-query.ts";
import { text } from "./text.ts";
import { type FieldWords, isTold } from "./use-field-words.ts";

type HistoryFiltersProps = {
	told: EndpointOutput<typeof listHistory>;
	filter: HistoryFilter;
	isPerson: boolean;
	fieldWords: FieldWords;
	onChange: (filter: HistoryFilter) => void;
};

const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, "fr");

/** Who, what and when: of the whole history, of which the API says what there is to choose. */
export function HistoryFilters({ told: { actors, fields }, filter, isPerson, fieldWords, onChange }: HistoryFiltersProps) {
	const words = useWords(text);
	const people = actors.map(({ id, name }) => ({ value: id ?? "house", label: name ?? words.house }));
	const changed = fields.filter((field) => isTold(field, isPerson)).map((value) => ({ value, label: fieldWords.label(value) }));
	const set = (name: keyof HistoryFilter) => (event: { target: { value: string } }) => onChange({ ...filter, [name]: event.target.value });
	return (
		<div className={styles.filters}>
			<Field label={words.filterPerson}>
				<Select value={filter.actor ?? ""} placeholder={words.everybody} options={people.sort(byLabel)} onChange={set("actor")} />
			</Field>
			<Field label={words.filterField}>
				<Select value={filter.field ?? ""} placeholder={words.everyField} options={changed.sort(byLabel)} onChange={set("field")} />
			</Field>
			<Field label={words.filterFrom}>
				<DateInput value={filter.from ?? ""} max={filter.to || undefined} onChange={set("from")} />
			</Field>
			<Field label={words.filterTo}>
				<DateInput value={filter.to ?? ""} min={filter.from || undefined} onChange={set("to")} />
			</Field>
		</div>
	);
}
