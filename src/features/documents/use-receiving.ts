import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { DocumentSubject } from "#contract/documents.ts";
import { invalidate, sayWritten } from "#lib/api.ts";
import { useSession } from "#lib/session.ts";
import { useSessionEnd } from "#lib/session-end.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { touchedByDocuments } from "./queries.ts";
import { text } from "./text.ts";
import { addFiles, type Received, retry, retryCut, useUploads } from "./uploads.ts";

/** Files chosen for a record: sent, said, read again; those that the network cut leave by themselves when it is back. */
export function useReceiving(subject: DocumentSubject, recordId: string) {
	const words = useWords(text);
	const client = useQueryClient();
	const me = useSession().person.id;
	const received: Received = ({ id, fileName }) => {
		sayWritten(client, id, () => addToast({ text: words.added(fileName) }), { invalidates: touchedByDocuments });
		void invalidate(client, ...touchedByDocuments);
	};
	const uploads = useUploads((state) => state.uploads).filter(({ authorId }) => authorId === me);
	const own = uploads.filter((one) => one.subject === subject && one.recordId === recordId);
	const hasUnsent = uploads.some(({ state }) => state !== "refused");
	useEffect(() => {
		if (!hasUnsent) return;
		// Closing the tab would lose them: the browser asks.
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		const again = () => retryCut(me, received);
		addEventListener("beforeunload", ask);
		addEventListener("online", again);
		const stop = useSessionEnd.subscribe(({ hasEnded }) => !hasEnded && again());
		return () => {
			removeEventListener("beforeunload", ask);
			removeEventListener("online", again);
			stop();
		};
	});
	return {
		uploads: own,
		add: (files: readonly File[]) => addFiles(me, subject, recordId, files, received),
		retry: (id: string) => retry(id, received),
	};
}
