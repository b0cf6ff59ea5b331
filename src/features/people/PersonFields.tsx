import type { UseFormReturn } from "react-hook-form";
import { roles } from "#contract/endpoint.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { text } from "./text.ts";

export type PersonValues = { name: string; email: string; role: string; servicePointId: string };

/** Who the person is, and what they do here. */
export function PersonFields({ form, mayChangeRole }: { form: UseFormReturn<PersonValues>; mayChangeRole: boolean }) {
	const words = useWords(text);
	const { servicePoints } = useReference();
	const { register, formState } = form;
	const { errors } = formState;
	return (
		<>
			<Field label={words.form.name} required error={errors.name?.message}>
				<TextInput {...register("name")} />
			</Field>
			<Field label={words.form.email} required help={words.form.emailHelp} error={errors.email?.message}>
				<TextInput {...register("email")} type="email" autoCapitalize="none" spellCheck={false} />
			</Field>
			<Field label={words.form.role} required help={mayChangeRole ? undefined : words.form.ownRole} error={errors.role?.message}>
				<Select
					{...register("role")}
					options={roles.map((role) => ({
						value: role,
						label: words.roles[role],
						disabled: !mayChangeRole && role !== form.formState.defaultValues?.role,
					}))}
				/>
			</Field>
			<Field label={words.form.servicePoint} error={errors.servicePointId?.message}>
				<Select
					{...register("servicePointId")}
					placeholder={words.form.noServicePoint}
					options={servicePoints.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			</Field>
		</>
	);
}
