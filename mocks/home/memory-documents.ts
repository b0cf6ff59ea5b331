import type { DocumentPort } from "#api/documents/document-store.ts";
import { sha256 } from "#api/sha256.ts";
import { demonstrationFiles } from "../world/data/documents.ts";

/** The documents of a home without a disk: as long as the page lives, beside those of the fictional region. */
export function memoryDocuments(): DocumentPort {
	const kept = new Map<string, Blob>(demonstrationFiles.map(({ sha256: hash, bytes }) => [hash, new Blob([bytes])]));
	return {
		filesPerRecord: 200,
		bytesPerRecord: 500_000_000,
		store: {
			async receive(bytes) {
				const parts: Uint8Array<ArrayBuffer>[] = [];
				for await (const chunk of bytes) parts.push(new Uint8Array(chunk));
				const content = new Blob(parts);
				const hash = await sha256(new Uint8Array(await content.arrayBuffer()));
				return { sha256: hash, size: content.size, content, keep: async () => void kept.set(hash, content), drop: async () => undefined };
			},
			open: async (hash) => kept.get(hash) ?? null,
		},
	};
}
