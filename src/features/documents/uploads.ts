import { create } from "zustand";
import { documentBytes, kindNamed } from "#contract/document-kinds.ts";
import { addDocument, type Document, type DocumentSubject } from "#contract/documents.ts";
import { problemsOfError } from "#lib/form-problems.ts";
import { ApiError, NetworkError } from "#lib/http.ts";
import { endSession } from "#lib/session-end.ts";
import { upload } from "#lib/upload.ts";
import { reducePhoto } from "./reduce-photo.ts";

type Refusal = "empty" | "tooLarge" | "kind";
export type Upload = {
	id: string;
	/** Who chose it. */
	authorId: string;
	subject: DocumentSubject;
	recordId: string;
	file: File;
	/** `cut`: by the network, or by the end of the session; it leaves again when they are back. */
	state: "waiting" | "sending" | "cut" | "refused";
	/** Bytes that have left, of how many. */
	sent: number;
	size: number;
	/** What the API said of it, or what is plain from here. */
	reason: string | Refusal | null;
	stop: AbortController;
};

/** Files on their way, whatever page is looked at: leaving it stops nothing, and nothing chosen is lost while the tab lives. */
export const useUploads = create<{ uploads: Upload[] }>(() => ({ uploads: [] }));
const all = () => useUploads.getState().uploads;
const change = (id: string, part: Partial<Upload>) =>
	useUploads.setState(({ uploads }) => ({ uploads: uploads.map((one) => (one.id === id ? { ...one, ...part } : one)) }));
export function forget(id: string) {
	all()
		.find((one) => one.id === id)
		?.stop.abort();
	useUploads.setState(({ uploads }) => ({ uploads: uploads.filter((one) => one.id !== id) }));
}

/** Refused before anything leaves: 40 MB are not sent over a telephone to be told no. */
const refusalOf = ({ name, size }: File): Refusal | null =>
	size === 0 ? "empty" : kindNamed(name) === null ? "kind" : size > documentBytes ? "tooLarge" : null;
/** A photograph too large becomes one that is not. */
const isPhoto = ({ type }: File) => /^image\/(jpeg|png|webp)$/.test(type);

export type Received = (document: Document) => void;
let isSending = false;

async function sendOne({ id, authorId, subject, recordId, file, stop }: Upload, received: Received) {
	change(id, { state: "sending", sent: 0, reason: null });
	try {
		const content = await reducePhoto(file);
		change(id, { size: content.size });
		if (content.size > documentBytes) return change(id, { state: "refused", reason: "tooLarge" });
		const document = await upload(
			addDocument,
			{ params: { subject, id: recordId }, query: { fileName: file.name.normalize("NFC").slice(-200) } },
			{ idempotencyKey: id, author: authorId, file: content, signal: stop.signal, onProgress: (sent) => change(id, { sent }) },
		);
		forget(id);
		received(document);
	} catch (error) {
		if ((error as Error).name === "AbortError") return;
		const hasEnded = error instanceof ApiError && error.problem.code === "not-signed-in";
		if (hasEnded) endSession();
		const isCut = hasEnded || error instanceof NetworkError;
		const reason =
			error instanceof NetworkError
				? null
				: problemsOfError(error as Error)
						.map(({ message }) => message)
						.join(" ");
		change(id, { state: isCut ? "cut" : "refused", reason, sent: 0 });
	}
}

/** One after the other: a telephone sends one file faster than three, and the first is there sooner. */
async function run(received: Received) {
	if (isSending) return;
	isSending = true;
	try {
		for (let next = waiting(); next; next = waiting()) await sendOne(next, received);
	} finally {
		isSending = false;
	}
}
const waiting = () => all().find(({ state }) => state === "waiting");

export function addFiles(authorId: string, subject: DocumentSubject, recordId: string, files: readonly File[], received: Received) {
	const added = files.map((file): Upload => {
		const found = refusalOf(file);
		const reason = found === "tooLarge" && isPhoto(file) ? null : found;
		return {
			id: crypto.randomUUID(),
			authorId,
			subject,
			recordId,
			file,
			state: reason ? "refused" : "waiting",
			sent: 0,
			size: file.size,
			reason,
			stop: new AbortController(),
		};
	});
	useUploads.setState(({ uploads }) => ({ uploads: [...uploads, ...added] }));
	void run(received);
}

export function retry(id: string, received: Received) {
	change(id, { state: "waiting" });
	void run(received);
}

/** The network is back, or the session: what was cut is sent again, under the same key. */
export function retryCut(authorId: string, received: Received) {
	for (const { id, state, authorId: author } of all()) if (state === "cut" && author === authorId) change(id, { state: "waiting" });
	void run(received);
}
