import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "#lib/preferences.ts";
import { useMay } from "#lib/session.ts";
import { Rule } from "#ui/Rule.tsx";
import { definitionsQuery } from "./queries.ts";

/** How a figure is counted, in the words of its definition; nothing where this API defines none. */
export function IndicatorRule({ id }: { id: string }) {
	const language = useLanguage();
	const may = useMay();
	const { data } = useQuery({ ...definitionsQuery, enabled: may("listIndicators") });
	const wording = data?.items.find((one) => one.id === id)?.wording[language];
	return wording ? <Rule of={wording.name}>{wording.rule}</Rule> : null;
}
