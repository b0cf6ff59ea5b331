import { useState } from "react";
import { addVisitAddendum, cancelVisit, type Visit } from "#contract/visits.ts";
import { useApiMutation } from "#lib/api.ts";
import { ApiError } from "#lib/http.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { text } from "./text.ts";
import { touchedByVisits } from "./touched.ts";

const sentenceOf = (error: Error | null) => (error instanceof ApiError ? (error.problem.errors?.[0]?.message ?? error.message) : (error?.message ?? null));

type ActionProps = { visit: Visit; onDone: (visit: Visit) => void };

/** « Annuler la visite », with its reason. */
export function CancelVisit({ visit, onDone, before }: ActionProps & { before: () => Promise<Visit | null> }) {
	const words = useWords(text);
	const [isOpen, setOpen] = useState(false);
	const cancelling = useApiMutation(cancelVisit, {
		invalidates: touchedByVisits,
		onSuccess: (next) => {
			setOpen(false);
			onDone(next);
			addToast({ text: words.cancelling.done });
		},
	});
	const confirm = async (reason: string) => {
		// What was typed is saved first: a cancelled visit keeps what was written of it.
		const current = await before();
		if (current) cancelling.mutate({ closesItsForm: true, params: { id: visit.id }, body: { reason }, ifMatch: current.version });
	};
	return (
		<>
			<Button variant="quiet" onClick={() => setOpen(true)}>
				{words.report.cancel}
			</Button>
			{isOpen && (
				<ReasonDialog
					field="cancelReason"
					record={{ entity: "visit", recordId: visit.id }}
					title={words.cancelling.title}
					label={words.cancelling.reason}
					help={words.cancelling.help}
					confirm={words.cancelling.confirm}
					keep={words.cancelling.keep}
					danger
					oneLine
					longest={300}
					error={sentenceOf(cancelling.error)}
					isBusy={cancelling.isPending}
					onClose={() => setOpen(false)}
					onConfirm={(reason) => void confirm(reason)}
				/>
			)}
		</>
	);
}

/** « Ajouter un complément »: dated, signed, never changed. */
export function AddAddendum({ visit, onDone }: ActionProps) {
	const words = useWords(text);
	// Made once per opening: a second press after a lost answer adds nothing twice.
	const [id, setId] = useState<string | null>(null);
	const adding = useApiMutation(addVisitAddendum, {
		invalidates: touchedByVisits,
		onSuccess: (next) => {
			setId(null);
			onDone(next);
			addToast({ text: words.addendum.saved });
		},
	});
	return (
		<>
			<Button
				icon="plus"
				onClick={() => {
					adding.reset();
					setId(crypto.randomUUID());
				}}
			>
				{words.addendum.action}
			</Button>
			{id && (
				<ReasonDialog
					field="addenda.text"
					record={{ entity: "visit", recordId: visit.id }}
					title={words.addendum.action}
					label={words.addendum.text}
					help={words.addendum.help}
					confirm={words.addendum.save}
					longest={1500}
					error={sentenceOf(adding.error)}
					isBusy={adding.isPending}
					onClose={() => setId(null)}
					onConfirm={(said) => adding.mutate({ params: { id: visit.id }, body: { id, text: said }, idempotencyKey: id })}
				/>
			)}
		</>
	);
}
