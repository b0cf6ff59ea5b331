import { listPeople, type ManagedPerson, updatePerson } from "#contract/people.ts";
import { getReference } from "#contract/reference.ts";
import { useApiMutation } from "#lib/api.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import styles from "./PersonDialog.module.css";
import { text } from "./text.ts";

type AccessActionsProps = { person: ManagedPerson; isIssuing: boolean; onIssue: () => void; onDone: () => void; onError: (error: Error) => void };

/** Lets in again, or no longer; done at once, and taken back as easily. */
export function AccessActions({ person, isIssuing, onIssue, onDone, onError }: AccessActionsProps) {
	const words = useWords(text).access;
	const isDisabled = person.account === "disabled";
	const change = useApiMutation(updatePerson, {
		invalidates: [listPeople, getReference],
		onSuccess: (saved) => {
			addToast({ text: isDisabled ? words.enabled(saved.name) : words.disabled(saved.name) });
			onDone();
		},
		onError,
	});
	if (!person.can.disable && !person.can.issuePassword) return null;
	return (
		<div className={styles.access}>
			<h3>{words.title}</h3>
			{person.can.issuePassword && (
				<Button busy={isIssuing} onClick={onIssue}>
					{words.issue}
				</Button>
			)}
			{person.can.disable && (
				<Button
					variant={isDisabled ? "secondary" : "danger"}
					busy={change.isPending}
					onClick={() => change.mutate({ params: { id: person.id }, body: { isDisabled: !isDisabled }, ifMatch: person.version })}
				>
					{isDisabled ? words.enable : words.disable}
				</Button>
			)}
		</div>
	);
}
