import { useState } from "react";
import { Controller, FormProvider, useForm } from "react-hook-form";
import { useNavigate } from "react-router";
import { countEmployers, createEmployer, employerCreation, listEmployers } from "#contract/employers.ts";
import { getNavigationCounts } from "#contract/navigation-counts.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { Field } from "#ui/Field.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Problems } from "#ui/Problems.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { IdentityFields, ReachFields } from "./EmployerFields.tsx";
import styles from "./EmployerForm.module.css";
import { type EmployerValues, employerBody, emptyEmployer, orNull, type PlaceValues } from "./employer-form.ts";
import { MunicipalityBox } from "./MunicipalityBox.tsx";
import { text } from "./text.ts";

type Values = EmployerValues & PlaceValues;

const fieldOf = (path: string) => path.replace(/^establishment\./, "");

/** A new employer with its main establishment. The ids are made once with the form: sending again never makes a second one. */
export function NewEmployerPage() {
	const words = useWords(text);
	const navigate = useNavigate();
	const { person } = useSession();
	const { counsellors } = useReference();
	const [ids] = useState(() => ({ employer: crypto.randomUUID(), establishment: crypto.randomUUID() }));
	const [others, setOthers] = useState<string[]>([]);
	const isMine = person.role !== "manager" && counsellors.some(({ id }) => id === person.id);
	const form = useForm<Values>({ defaultValues: { ...emptyEmployer(isMine ? person.id : ""), municipalityCode: "", address: "", postalCode: "" } });
	const { register, control, formState } = form;
	const create = useApiMutation(createEmployer, {
		onUndone: () => void navigate(paths.employers()),
		invalidates: [listEmployers, countEmployers, getNavigationCounts],
		onSuccess: (employer) => {
			addToast({ text: words.form.created(employer.name) });
			void navigate(paths.employer(employer.id));
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error), fieldOf)),
	});
	const submit = form.handleSubmit((values) => {
		const { municipalityCode, address, postalCode } = values;
		const body = {
			id: ids.employer,
			...employerBody(values),
			establishment: { id: ids.establishment, name: null, municipalityCode, address: orNull(address), postalCode: orNull(postalCode) },
		};
		const problems = problemsOf(employerCreation, body).map((problem) =>
			problem.path === "establishment.municipalityCode" && municipalityCode === "" ? { ...problem, message: words.form.municipalityMissing } : problem,
		);
		setOthers(showProblems(form, problems, fieldOf));
		if (problems.length === 0) create.mutate({ body, idempotencyKey: ids.employer });
	});
	return (
		<FormProvider {...form}>
			<Breadcrumb items={[{ label: words.title, to: paths.employers() }, { label: words.form.title }]} />
			<PageTitle title={words.form.title} />
			<form className={styles.form} onSubmit={submit} noValidate>
				<Card title={words.form.identity} padded>
					<IdentityFields />
				</Card>
				<Card title={words.form.place} padded>
					<div className={styles.grid}>
						<Field label={words.form.municipality} required error={formState.errors.municipalityCode?.message} className={styles.wide}>
							<Controller control={control} name="municipalityCode" render={({ field }) => <MunicipalityBox {...field} />} />
						</Field>
						<Field label={words.form.address} optional error={formState.errors.address?.message}>
							<TextInput {...register("address")} />
						</Field>
						<Field label={words.form.postalCode} optional error={formState.errors.postalCode?.message}>
							<TextInput {...register("postalCode")} />
						</Field>
					</div>
				</Card>
				<Card title={words.form.reach} padded>
					<ReachFields />
				</Card>
				<Problems sentences={others} />
				<div className={styles.actions}>
					<Button type="submit" variant="primary" busy={create.isPending}>
						{words.form.create}
					</Button>
					<LinkButton to={paths.employers()} variant="quiet">
						{words.form.cancel}
					</LinkButton>
				</div>
			</form>
		</FormProvider>
	);
}
