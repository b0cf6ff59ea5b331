import { Field, type FieldProps } from "#ui/Field.tsx";
import { useField } from "./problems.ts";

/** A field that finds what was refused at its path. */
export function PathField({ path, ...rest }: FieldProps & { path: string }) {
	return <Field {...rest} {...useField(path)} />;
}
