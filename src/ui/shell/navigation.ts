import type { IconName } from "../icon-paths.ts";

export type NavigationItem = {
	to: string;
	icon: IconName;
	label: string;
	count?: string | number;
	/** The count asks for something: late follow-ups. */
	hot?: boolean;
	/** What the count means, said aloud: « en retard ». */
	countLabel?: string;
	end?: boolean;
};

export type NavigationGroup = { label?: string; items: readonly NavigationItem[] };
