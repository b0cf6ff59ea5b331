import type { Filter } from "#contract/filter.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

/** How a filter's fields and values read: « Équipe », « Marie-Ève Lavoie ». */
export function useConditionNames() {
	const words = useWords(text);
	const { prose } = useFormat();
	const { term, mrcName, personName } = useReference();
	const value = (field: string, code: string): string => {
		if (code === "") return words.missing;
		if (field === "status") return words.status[code as keyof typeof words.status] ?? code;
		if (field === "mode") return term("visitMode", code);
		if (field === "mrcCode") return mrcName(code);
		if (field === "employerId") return words.oneEmployer;
		return field === "adviserId" ? personName(code) : code;
	};
	const field = (name: string): string => words.fields[name as keyof typeof words.fields] ?? name;
	/** A condition in a chip; a group that came with a link is only named. */
	const describe = (filter: Filter): { name: string; value: string } => {
		if (!("field" in filter)) return { name: "", value: words.aFilter };
		const [first = ""] = filter.values;
		const name = field(filter.field);
		if (filter.comparison === "=ge=" || filter.comparison === "=gt=") return { name, value: words.since(prose(first)) };
		if (filter.comparison === "=le=" || filter.comparison === "=lt=") return { name, value: words.until(prose(first)) };
		if (filter.comparison === "=null=") return { name, value: words.missing };
		const named = filter.values.map((code) => (filter.field === "occurredOn" ? prose(code) : value(filter.field, code))).join(words.or);
		return { name, value: filter.comparison === "!=" || filter.comparison === "=out=" ? words.not(named) : named };
	};
	return { field, value, describe };
}
