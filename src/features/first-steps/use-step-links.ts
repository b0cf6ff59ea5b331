import type { FirstStep } from "#contract/first-steps.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { text } from "./text.ts";

export type StepLink = { to: string; label: string };

/** Where each step is done, for those who may do it. */
export function useStepLinks(): Record<FirstStep, StepLink | null> {
	const { steps } = useWords(text);
	const may = useMay();
	const people = (label: string) => (may("createPerson") ? { to: paths.people(), label } : null);
	const adding = may("createEmployer") ? { to: paths.newEmployer(), label: steps.employers.add } : null;
	return {
		managers: people(steps.managers.action),
		counsellors: people(steps.counsellors.action),
		employers: may("createImport") ? { to: paths.newImport(), label: steps.employers.action } : adding,
		assigned: may("listEmployers") ? { to: paths.employers({ filtre: "advisorId=null=true" }), label: steps.assigned.action } : null,
		cases: may("listEmployers") ? { to: paths.employers(), label: steps.cases.action } : null,
		visits: may("createVisit") ? { to: paths.newVisit(), label: steps.visits.action } : null,
	};
}
