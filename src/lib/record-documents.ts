import { type ComponentType, createContext, useContext } from "react";
import type { DocumentSubject } from "#contract/documents.ts";

export type RecordDocumentsProps = { subject: DocumentSubject; id: string; level?: 2 | 3 };

/** What draws the documents of a record: given by the shell, for the page of a visit or of a case knows nothing of how files are kept. */
export const RecordDocuments = createContext<ComponentType<RecordDocumentsProps> | null>(null);
export const useRecordDocuments = () => useContext(RecordDocuments);
