import { useState } from "react";
import { useForm } from "react-hook-form";
import { signIn } from "#contract/account.ts";
import type { Session } from "#contract/session.ts";
import { useApiMutation } from "#lib/api.ts";
import { problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { ApiError } from "#lib/http.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Field } from "#ui/Field.tsx";
import { PasswordInput } from "#ui/PasswordInput.tsx";
import { Problems } from "#ui/Problems.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./SignInPage.module.css";
import { text } from "./text.ts";

/** Address and password. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
	const words = useWords(text);
	const [others, setOthers] = useState<string[]>([]);
	const form = useForm({ defaultValues: { email: "", password: "" } });
	const { register, formState } = form;
	const enter = useApiMutation(signIn, {
		invalidates: [],
		onSuccess: onSignedIn,
		onError: (error) => {
			const wait = error instanceof ApiError ? error.problem.retryAfter : undefined;
			const sentences = showProblems(form, problemsOfError(error));
			setOthers(wait ? sentences.map((sentence) => `${sentence} ${words.wait(wait)}`) : sentences);
			form.setFocus("password", { shouldSelect: true });
		},
	});
	const submit = form.handleSubmit((body) => {
		const problems = problemsOf(signIn.body, body);
		setOthers(showProblems(form, problems));
		if (problems.length === 0) enter.mutate({ body });
	});
	return (
		<form className={styles.form} onSubmit={submit} noValidate>
			<Problems sentences={others} />
			<Field label={words.email} required error={formState.errors.email?.message}>
				<TextInput {...register("email")} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
			</Field>
			<Field label={words.password} required error={formState.errors.password?.message}>
				<PasswordInput {...register("password")} autoComplete="current-password" />
			</Field>
			<div>
				<Button type="submit" variant="primary" busy={enter.isPending}>
					{words.signIn}
				</Button>
			</div>
			<p className="muted">{words.forgotten}</p>
		</form>
	);
}
