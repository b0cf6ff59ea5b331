import type { Item } from "#lib/outbox/item.ts";

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** By what its author knows it: whom it was about, or what was to be done. */
export function nameOf({ shown }: Pick<Item, "shown">, list: (names: string[]) => string): string {
	const parties = Array.isArray(shown.employers)
		? (shown.employers as { employerName?: unknown }[]).flatMap(({ employerName }) => textOf(employerName) ?? [])
		: [];
	return [parties.length > 0 ? list(parties) : textOf(shown.employerName), textOf(shown.title) ?? textOf(shown.headline)].filter(Boolean).join(" · ");
}
