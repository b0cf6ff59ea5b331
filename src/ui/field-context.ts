import { createContext, use, useId } from "react";

export type FieldControl = { id: string; labelId: string; describedBy?: string; invalid: boolean; required: boolean; isGroup: boolean };

export const FieldContext = createContext<FieldControl | null>(null);

type Own = { id?: string; "aria-describedby"?: string; "aria-invalid"?: unknown; required?: boolean };

/** What an input takes from the Field around it; its own attributes win, and alone it still works. */
export function useFieldControl(own: Own) {
	const field = use(FieldContext);
	const fallback = useId();
	// Inside a group each control names itself: the group's label belongs to the group.
	const single = field?.isGroup ? null : field;
	return {
		id: own.id ?? single?.id ?? fallback,
		"aria-describedby": [single?.describedBy, own["aria-describedby"]].filter(Boolean).join(" ") || undefined,
		"aria-invalid": single?.invalid || Boolean(own["aria-invalid"]) || undefined,
		"aria-required": single?.required || own.required || undefined,
	} as const;
}
