import { createContext, use, useCallback, useState } from "react";
import type { ApiError } from "#lib/http.ts";

type Problem = { path: string; message: string };

/** `report.needs.0.posts` → the id of its field. */
export const fieldId = (path: string) => `field-${path.replace(/\./g, "-")}`;

const focusFirst = (problems: Problem[]) =>
	requestAnimationFrame(() => {
		for (const { path } of problems) {
			// An item of a list may have no field of its own: its list has.
			const field = document.getElementById(fieldId(path)) ?? document.getElementById(fieldId(path.replace(/\.\d+$/, "")));
			if (!field) continue;
			const control = field.matches("input, select, textarea, button") ? field : field.querySelector<HTMLElement>("input, select, textarea, button");
			field.scrollIntoView({ block: "center" });
			(control ?? field).focus({ preventScroll: true });
			return;
		}
	});

/** What the API refused, by path of the body; shown beside the fields, the focus on the first. */
export function useProblems() {
	const [problems, setProblems] = useState<Problem[]>([]);
	const show = useCallback((error: ApiError, { focus }: { focus: boolean }) => {
		const found = error.problem.errors ?? [{ path: "", message: error.message }];
		setProblems(found);
		if (focus) focusFirst(found);
	}, []);
	// Nothing to take away: nothing is drawn again.
	const clear = useCallback(() => setProblems((current) => (current.length === 0 ? current : [])), []);
	/** A field being put right: its own sentence goes, and those of a line whose place may have changed. */
	const clearAt = useCallback(
		(name: string) =>
			setProblems((current) =>
				current.length === 0
					? current
					: current.filter(({ path }) => path !== name && !path.startsWith(`${name}.`) && !(name.startsWith(`${path}.`) && path !== "")),
			),
		[],
	);
	return { problems, show, clear, clearAt };
}

export const ProblemsContext = createContext<readonly Problem[]>([]);

/** The id and the error of the field at a path: `<Field {...useField("occurredOn")} label=…>`. */
export function useField(path: string): { id: string; error: string | undefined } {
	const message = use(ProblemsContext).find((problem) => problem.path === path)?.message;
	return { id: fieldId(path), error: message };
}

/** The same, of a list whose items have no field of their own: the first that was refused speaks for all. */
export function useProblemUnder(path: string): { id: string; error: string | undefined } {
	const message = use(ProblemsContext).find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.message;
	return { id: fieldId(path), error: message };
}
