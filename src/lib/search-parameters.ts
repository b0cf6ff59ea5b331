/** An address's parameters with some of them changed; null takes one off, what is not named stays. */
export function withParameters(search: URLSearchParams, changes: Readonly<Record<string, string | null>>): URLSearchParams {
	const next = new URLSearchParams(search);
	for (const [name, value] of Object.entries(changes))
		if (value === null) next.delete(name);
		else next.set(name, value);
	return next;
}
