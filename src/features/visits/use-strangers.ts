import { useQueryClient } from "@tanstack/react-query";
import type { Employer } from "#contract/employers.ts";
import { useWords } from "#lib/words.ts";
import { reportText } from "./report-text.ts";
import type { EmployerValue } from "./report-values.ts";

/** Who is ticked and belongs to an employer that is no longer of the visit: shown, so that one may untick them. Known from what was read on this page. */
export function useStrangers(employers: EmployerValue[], met: string[]): { id: string; label: string }[] {
	const client = useQueryClient();
	const { head } = useWords(reportText);
	if (met.length === 0) return [];
	const read = client.getQueriesData<Employer>({ queryKey: ["getEmployer"] }).flatMap(([, employer]) => employer ?? []);
	const gone = read.filter(({ id }) => !employers.some((employer) => employer.id === id));
	return gone.flatMap(({ name, contacts }) =>
		contacts.filter(({ id }) => met.includes(id)).map((contact) => ({ id: contact.id, label: `${contact.name} · ${name} · ${head.stranger}` })),
	);
}
