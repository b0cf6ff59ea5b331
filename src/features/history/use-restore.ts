import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getVersion, type Revision } from "#contract/journal.ts";
import { invalidate, sayWritten } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { call } from "#lib/http.ts";
import { same } from "#lib/merge.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { changeOf, mayChange, type Target, touchedByRestore } from "./restorable.ts";
import { text } from "./text.ts";

/** Sends what a version held, or one field of it, as the ordinary change: its rules, its rights, its version. */
export function useRestore() {
	const words = useWords(text);
	const client = useQueryClient();
	return useMutation({
		mutationFn: async ({ target, revision, field }: { target: Target; revision: Revision; field?: { field: string; before?: unknown } }) => {
			const wanted = field
				? changeOf(target.current, field.field, field.before)
				: (await call(getVersion, { params: { entity: revision.entity, id: revision.entityId, version: String(revision.version) } })).fields;
			const body = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => mayChange(target, name) && !same(value, target.current[name])));
			if (Object.keys(body).length === 0) return null;
			const key = crypto.randomUUID();
			await call(target.endpoint, { params: { id: target.id }, body } as never, { ifMatch: target.current.version, idempotencyKey: key });
			return key;
		},
		onSuccess: (key) => {
			if (key) sayWritten(client, key, () => addToast({ text: words.restored }), { invalidates: touchedByRestore });
			else addToast({ tone: "info", text: words.already });
		},
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
		onSettled: () => void invalidate(client, ...touchedByRestore),
	});
}
