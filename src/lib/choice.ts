/** A line of a box that chooses by type-ahead; `detail`: what tells it from another of its name. */
export type Choice = { id: string; label: string; detail?: string };
