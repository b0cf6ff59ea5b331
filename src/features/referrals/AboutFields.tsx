import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useEmployerChoices } from "#lib/employer-choices.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import type { ReferralValues } from "./referral-form.ts";
import { text } from "./text.ts";

/** An employer, or somebody's need, who is not named. Agents read no employer: they send needs. */
export function AboutFields() {
	const words = useWords(text).form;
	const mayReadEmployers = useMay()("listEmployers");
	const { watch, setValue } = useFormContext<ReferralValues>();
	const about = watch("about");
	return (
		<>
			{mayReadEmployers && (
				<Segmented
					label={words.about}
					value={about}
					onChange={(value) => setValue("about", value, { shouldDirty: true })}
					options={[
						{ value: "employer", label: words.abouts.employer },
						{ value: "person", label: words.abouts.person },
					]}
					help={about === "person" ? words.aboutHelp : undefined}
				/>
			)}
			{about === "employer" ? <EmployerBox /> : !mayReadEmployers && <p>{words.aboutHelp}</p>}
		</>
	);
}

/** Type-ahead on the employers; before the first letter, mine. */
function EmployerBox() {
	const words = useWords(text).form;
	const { setValue, clearErrors, formState } = useFormContext<ReferralValues>();
	const [value, setChosen] = useState<ComboboxItem | null>(null);
	const box = useEmployerChoices(value);
	return (
		<Field label={words.employer} required error={formState.errors.employerId?.message}>
			<LazyCombobox
				{...box}
				onChange={(chosen) => {
					setChosen(chosen);
					setValue("employerId", chosen?.id ?? "", { shouldDirty: true });
					clearErrors("employerId");
				}}
				placeholder={words.employerHint}
				emptyText={words.noEmployer}
				opensOn="input"
			/>
		</Field>
	);
}
