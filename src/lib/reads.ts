import type { OperationId } from "#contract/endpoints.ts";

/** Reads that a write makes stale, by name: their schemas are not the writer's to load. */
export const reads = (...ids: OperationId[]): readonly { id: OperationId }[] => ids.map((id) => ({ id }));
