import { useState } from "react";
import { reopenSupportCase, type SupportCase } from "#contract/support-cases.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useReference } from "#lib/reference.ts";
import { useMay, useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { touchedByOpening } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";

/** The employer comes back: a new case, the sequel of this one, which stays closed. The id is made once, so that a second press never opens two. */
export function ReopenButton({ record, onOpened }: { record: SupportCase; onOpened?: (id: string) => void }) {
	const words = useWords(panelText).reopen;
	const { today, counsellors } = useReference();
	const { person } = useSession();
	const may = useMay();
	const [id] = useState(() => crypto.randomUUID());
	const reopen = useApiMutation(reopenSupportCase, {
		invalidates: touchedByOpening,
		// The new case goes with what is undone: the closed one is shown again.
		...(onOpened ? { onUndone: () => onOpened(record.id) } : {}),
		onSuccess: (saved) => {
			addToast({ text: words.done(saved.employerName) });
			onOpened?.(saved.id);
		},
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	if (!record.can.reopen || !may("reopenSupportCase")) return null;
	// Back to whoever followed it, if they are still here.
	const advisorId = counsellors.some((one) => one.id === record.advisorId) ? record.advisorId : person.role === "manager" ? null : person.id;
	return (
		<Button
			size="small"
			icon="undo"
			busy={reopen.isPending}
			onClick={() => reopen.mutate({ params: { id: record.id }, body: { id, advisorId, openedOn: today }, idempotencyKey: id })}
		>
			{words.action}
		</Button>
	);
}
