import { useState } from "react";
import { useForm } from "react-hook-form";
import { changePassword } from "#contract/account.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Field } from "#ui/Field.tsx";
import { PasswordInput } from "#ui/PasswordInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import styles from "./SignInPage.module.css";
import { text } from "./text.ts";

/** The password one has, and the one that replaces it. */
export function PasswordForm({ currentLabel, onChanged }: { currentLabel: string; onChanged: () => void }) {
	const words = useWords(text);
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm({ defaultValues: { current: "", password: "" } });
	const { register, formState } = form;
	const change = useApiMutation(changePassword, {
		invalidates: [],
		onSuccess: () => {
			form.reset();
			onChanged();
		},
		onError: (error) => setOthers(showProblems(form, problemsOfError(error))),
	});
	const submit = form.handleSubmit((body) => {
		const problems = problemsOf(changePassword.body, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) change.mutate({ body });
	});
	return (
		<form className={styles.form} onSubmit={submit} noValidate>
			<Problems sentences={others} />
			<Field label={currentLabel} required error={formState.errors.current?.message}>
				<PasswordInput {...register("current")} autoComplete="current-password" />
			</Field>
			<Field label={words.choosePassword.next} required help={words.setup.passwordHelp} error={formState.errors.password?.message}>
				<PasswordInput {...register("password")} autoComplete="new-password" />
			</Field>
			<div>
				<Button type="submit" variant="primary" busy={change.isPending}>
					{words.choosePassword.save}
				</Button>
			</div>
		</form>
	);
}
