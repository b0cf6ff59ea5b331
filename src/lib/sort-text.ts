export type SortKey = { field: string; direction: "asc" | "desc" };

/** `name,-openPosts` of an address ↔ the sorts of a table. */
export const parseSort = (text: string): SortKey[] =>
	text
		.split(",")
		.filter(Boolean)
		.map((part) => (part.startsWith("-") ? { field: part.slice(1), direction: "desc" } : { field: part, direction: "asc" }));

export const printSort = (sort: readonly SortKey[]): string => sort.map(({ field, direction }) => (direction === "desc" ? `-${field}` : field)).join(",");
