/** A file that has come in whole, under no name yet: `keep` gives it the name of its content, on the disk; `drop` forgets what was not kept, and may be called after. */
export type ReceivedContent = {
	sha256: string;
	size: number;
	content: Blob;
	keep(): Promise<void>;
	drop(): Promise<void>;
};

/** Where the bytes of documents are: a folder, the memory of a tab, tomorrow an object store. A content is kept once, whoever brings it. */
export type DocumentStore = {
	/** Takes bytes in as they come; when they stop coming, nothing is left of them. */
	receive(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<ReceivedContent>;
	/** Null when it is not there. */
	open(sha256: string): Promise<Blob | null>;
};

/** What a home gives to documents: where, and how many files and bytes one record holds at most. */
export type DocumentPort = { store: DocumentStore; filesPerRecord: number; bytesPerRecord: number };
