import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { createFirstAdministrator, setupRequest } from "#contract/account.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Field } from "#ui/Field.tsx";
import { PasswordInput } from "#ui/PasswordInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Select } from "#ui/Select.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { setupQuery } from "./queries.ts";
import styles from "./SignInPage.module.css";
import { StandaloneCard } from "./StandaloneCard.tsx";
import { text } from "./text.ts";
import { useEnter } from "./use-enter.ts";

/** First opening of an empty installation: who administers it. There is no default password to forget to change. */
export function SetupPage() {
	const words = useWords(text);
	const enter = useEnter();
	const { data } = useQuery(setupQuery);
	const [id] = useState(() => crypto.randomUUID());
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm({ defaultValues: { name: "", email: "", password: "", regionCode: "", code: "" } });
	const { register, formState } = form;
	const { errors } = formState;
	const create = useApiMutation(createFirstAdministrator, {
		invalidates: [],
		onSuccess: enter,
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit(({ code, ...values }) => {
		const body = { id, ...values, ...(data?.codeRequired ? { code } : {}) };
		const problems = [
			...problemsOf(setupRequest, body),
			...(values.regionCode === "" ? problemsOf(setupRequest.shape.name, "").map(({ message }) => ({ path: "regionCode", message })) : []),
		];
		setOthers(showProblems(form, problems));
		if (problems.length === 0) create.mutate({ body });
	});
	return (
		<StandaloneCard title={words.setup.title}>
			<p className={styles.explanation}>{words.setup.explanation}</p>
			<form className={styles.form} onSubmit={submit} noValidate>
				<Problems sentences={others} />
				<Field label={words.setup.name} required error={errors.name?.message}>
					<TextInput {...register("name")} autoComplete="name" />
				</Field>
				<Field label={words.email} required error={errors.email?.message}>
					<TextInput {...register("email")} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
				</Field>
				<Field label={words.password} required help={words.setup.passwordHelp} error={errors.password?.message}>
					<PasswordInput {...register("password")} autoComplete="new-password" />
				</Field>
				<Field label={words.setup.region} required error={errors.regionCode?.message}>
					<Select
						{...register("regionCode")}
						placeholder={words.setup.chooseRegion}
						options={(data?.regions ?? []).map(({ code, name }) => ({ value: code, label: name }))}
					/>
				</Field>
				{data?.codeRequired && (
					<Field label={words.setup.code} required help={words.setup.codeHelp} error={errors.code?.message}>
						<TextInput {...register("code")} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} />
					</Field>
				)}
				<div>
					<Button type="submit" variant="primary" busy={create.isPending}>
						{words.setup.create}
					</Button>
				</div>
			</form>
		</StandaloneCard>
	);
}
