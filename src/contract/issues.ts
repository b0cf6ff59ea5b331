import type * as z from "zod/mini";

export type Issue = { path: string; code: string; parameters?: Record<string, string | number> };

/** zod's findings as stable codes with the field's path (`report.needs.0.posts`); the sentences are in problem-text. */
export function issuesOf(error: z.core.$ZodError, prefix = ""): Issue[] {
	return error.issues.flatMap((issue): Issue[] => {
		const path = [...(prefix ? [prefix] : []), ...issue.path.map(String)].join(".");
		switch (issue.code) {
			case "unrecognized_keys":
				return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: "unknown-field" }));
			case "invalid_type":
				// The schema must be run with `reportInput`: zod hides what it judged otherwise.
				return [{ path, code: issue.input === undefined ? "required" : Number.isNaN(issue.input) ? "whole-number" : "wrong-type" }];
			case "too_big":
				return [
					{
						path,
						code: issue.origin === "string" ? "too-long" : issue.origin === "array" ? "too-many" : "too-large",
						parameters: { maximum: Number(issue.maximum), ...(typeof issue.input === "string" ? { length: issue.input.length } : {}) },
					},
				];
			case "too_small":
				return [
					{
						path,
						code:
							issue.message && !/\s/.test(issue.message) ? issue.message : issue.origin === "string" || issue.origin === "array" ? "too-short" : "too-small",
						parameters: { minimum: Number(issue.minimum) },
					},
				];
			case "invalid_value":
				return [{ path, code: "code" }];
			default:
				return [{ path, code: /^[a-z-]+$/.test(issue.message) ? issue.message : "invalid" }];
		}
	});
}
