import { infiniteQueryOptions } from "@tanstack/react-query";
import { type DocumentSubject, listDocuments } from "#contract/documents.ts";
import { call } from "#lib/http.ts";
import { reads } from "#lib/reads.ts";

const pageLength = 50;

/** What is attached to a record, the latest first; of an employer, what its visits and its cases hold too. */
export const documentsQuery = (subject: DocumentSubject, id: string) =>
	infiniteQueryOptions({
		queryKey: [listDocuments.id, { subject, id }],
		queryFn: ({ pageParam, signal }) =>
			call(listDocuments, { params: { subject, id }, query: { limit: pageLength, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
		initialPageParam: "",
		getNextPageParam: ({ next }) => next,
	});

/** Reads that a document added, renamed or taken away makes stale. */
export const touchedByDocuments = reads("listDocuments", "getDocument");
