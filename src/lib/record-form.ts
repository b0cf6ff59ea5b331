import { useState } from "react";
import { type DefaultValues, type FieldValues, useForm } from "react-hook-form";
import { currentOf } from "./conflict.ts";
import { type FieldProblem, followCurrent, problemsOfError, showProblems } from "./form-problems.ts";
import { changedFields } from "./merge.ts";

type Options<Known, Values> = {
	/** Null: a new one. */
	record: Known;
	schema: { safeParse: (value: unknown) => { data?: NonNullable<Known> | undefined } };
	valuesOf: (record: Known) => Values;
	/** Said when somebody saved first; left out, the form says it in its own way. */
	conflict?: string;
	/** In which box a path of the body is, where its name is another. */
	fieldOf?: (path: string) => string;
};

/**
 * A form on a record, or on a new one: mistakes beside their boxes; when somebody saved first, boxes that were not touched follow the record,
 * what was typed stays, and it is said. `base` is the record as it was last known, null for a new one.
 */
export function useRecordForm<Known extends { id: string; version: number } | null, Values extends FieldValues>({
	record,
	schema,
	valuesOf,
	conflict,
	fieldOf,
}: Options<Known, Values>) {
	const [id] = useState(() => record?.id ?? crypto.randomUUID());
	const [base, setBase] = useState(record);
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm<Values>({ defaultValues: valuesOf(record) as DefaultValues<Values> });
	/** Puts each beside its box; true when there are some. */
	const show = (problems: readonly FieldProblem[]): boolean => {
		setOthers(showProblems(form, problems, fieldOf));
		return problems.length > 0;
	};
	const onError = (error: Error) => {
		const current = schema.safeParse(currentOf(error)).data;
		if (!current || !base) return void show(problemsOfError(error));
		followCurrent(form, valuesOf(base), valuesOf(current));
		setBase(current);
		setOthers(conflict === undefined ? [] : [conflict]);
	};
	/** Of what the form says, in the words of the API, what the person changed: a colleague's change to another field stands. */
	const changed = <Body extends object>(bodyOf: (values: Values) => Body): Partial<Body> => changedFields(bodyOf(form.getValues()), bodyOf(valuesOf(base)));
	return { id, form, base, setBase, others, show, onError, changed };
}
