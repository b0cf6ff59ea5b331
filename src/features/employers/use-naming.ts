import { useMemo } from "react";
import { employerFields } from "#contract/employers.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import type { Naming } from "./condition-wording.ts";
import type { PortalState } from "./portal-state.ts";
import { text } from "./text.ts";

/** The fields of the list of employers and their values, in the person's words. */
export function useNaming(): Naming {
	const words = useWords(text);
	const reference = useReference();
	const format = useFormat();
	return useMemo(() => {
		const codes: Record<string, (value: string) => string> = {
			stage: reference.stageLabel,
			mrcCode: reference.mrcName,
			sectorCode: reference.sectorLabel,
			advisorId: reference.personName,
			portal: (value) => words.portal[value as PortalState] ?? value,
		};
		const missing: Record<string, string> = words.missing;
		return {
			fields: employerFields,
			field: (name) => words.fields[name as keyof typeof words.fields] ?? name,
			value: (field, value) => codes[field]?.(value) ?? value,
			missing: (field) => missing[field] ?? words.missing.other,
			day: format.prose,
		};
	}, [words, reference, format]);
}
