import type { IconName } from "../icon-paths.ts";

export type CommandItem = {
	id: string;
	label: string;
	/** One muted line beside it. */
	detail?: string;
	icon: IconName;
	/** Opens in a new tab too. */
	href?: string;
	/** It comes from an answer: chosen before the answer to the last key is there, it waits for it. */
	isFound?: boolean;
};
export type CommandSection = { id: string; title: string; items: readonly CommandItem[] };
