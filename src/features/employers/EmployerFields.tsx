import { Controller, useFormContext } from "react-hook-form";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./EmployerForm.module.css";
import type { EmployerValues } from "./employer-form.ts";
import { text } from "./text.ts";

/** What is stored now, in words, when a colleague changed it meanwhile. */
export type Stored = Partial<Record<keyof EmployerValues, string>>;
type FieldsProps = { stored?: Stored };

/** The form around is read from its context: the same fields serve the page that adds and the dialog that changes. */
function useEmployerForm() {
	const { register, control, formState } = useFormContext<EmployerValues>();
	return { register, control, errors: formState.errors, held: formState.defaultValues?.advisorId, heldSector: formState.defaultValues?.sectorCode };
}

const withStored = (help: string | undefined, stored: string | undefined) =>
	stored === undefined ? (
		help
	) : (
		<>
			{help} <strong>{stored}</strong>
		</>
	);

export function IdentityFields({ stored = {} }: FieldsProps) {
	const { register, control, errors, held, heldSector } = useEmployerForm();
	const words = useWords(text).form;
	const { sectorOptions, counsellorsWith } = useReference();
	return (
		<div className={styles.grid}>
			<Field label={words.name} required error={errors.name?.message} help={stored.name} className={styles.wide}>
				<TextInput {...register("name")} maxLength={300} autoComplete="organization" />
			</Field>
			<Field label={words.neq} optional error={errors.neq?.message} help={withStored(words.neqHelp, stored.neq)}>
				<TextInput {...register("neq")} inputMode="numeric" />
			</Field>
			<Field label={words.employeeCount} optional error={errors.employeeCount?.message} help={stored.employeeCount}>
				<Controller control={control} name="employeeCount" render={({ field }) => <NumberInput {...field} />} />
			</Field>
			<Field label={words.sector} optional error={errors.sectorCode?.message} help={stored.sectorCode}>
				<Select
					{...register("sectorCode")}
					placeholder={words.unknown}
					options={sectorOptions({ held: heldSector }).map(({ value, label }) => ({ value, label: `${value} · ${label}` }))}
				/>
			</Field>
			<Field label={words.advisor} optional error={errors.advisorId?.message} help={stored.advisorId}>
				<Select {...register("advisorId")} placeholder={words.nobody} options={counsellorsWith(held)} />
			</Field>
			<Field label={words.activity} optional error={errors.activity?.message} help={withStored(words.activityHelp, stored.activity)} className={styles.wide}>
				<GuardedInput field="activity" record={{ entity: "employer", recordId: null }} {...register("activity")} />
			</Field>
		</div>
	);
}

export function ReachFields({ stored = {} }: FieldsProps) {
	const { register, errors } = useEmployerForm();
	const words = useWords(text).form;
	return (
		<div className={styles.grid}>
			<Field label={words.phone} optional error={errors.phone?.message} help={stored.phone}>
				<TextInput {...register("phone")} type="tel" autoComplete="off" />
			</Field>
			<Field label={words.website} optional error={errors.website?.message} help={stored.website}>
				<TextInput {...register("website")} inputMode="url" />
			</Field>
		</div>
	);
}
