import { Suspense } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useWords } from "#lib/words.ts";
import { Checkbox } from "#ui/Checkbox.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyEmployerContacts } from "./lazy-blocks.tsx";
import { useProblemUnder } from "./problems.ts";
import type { ReportValues } from "./report-values.ts";
import { text } from "./text.ts";
import { useStrangers } from "./use-strangers.ts";

/** The contacts of the employers visited, to tick; in a session with many employers, those of one are read when asked for. */
export function ContactsMet() {
	const words = useWords(text);
	const { control, setValue } = useFormContext<ReportValues>();
	const employers = useWatch({ control, name: "employers" });
	const met = useWatch({ control, name: "report.contactIds" });
	const field = useProblemUnder("report.contactIds");
	const strangers = useStrangers(employers, met);
	const change = (ids: string[]) => setValue("report.contactIds", ids, { shouldDirty: true });
	return (
		<Field label={words.head.contacts} optional group="group" {...field}>
			<Suspense fallback={null}>
				{employers.map((employer) => (
					<LazyEmployerContacts
						key={employer.id}
						employer={employer}
						isAlone={employers.length === 1}
						isRead={employers.length <= 3}
						met={met}
						onChange={change}
					/>
				))}
			</Suspense>
			{strangers.map(({ id, label }) => (
				<Checkbox key={id} label={label} checked onChange={() => change(met.filter((one) => one !== id))} />
			))}
		</Field>
	);
}
