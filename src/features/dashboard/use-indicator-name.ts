import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "#lib/preferences.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { definitionsQuery } from "./queries.ts";
import { text } from "./text.ts";

/** The name of a figure: that of its definition; short words of ours for an API that defines none. */
export function useIndicatorName(): (id: string) => string {
	const language = useLanguage();
	const words = useWords(text).names;
	const may = useMay();
	const { data } = useQuery({ ...definitionsQuery, enabled: may("listIndicators") });
	return (id) => words[id] ?? data?.items.find((one) => one.id === id)?.wording[language].name ?? id;
}
