/**
 * The titles of the CNP name several groups in a row and both genders: a box has room for the first group, cut at a word.
 * A zero-width space after each slash lets the line break there; the whole title stays in a tooltip or a table.
 */
export function shortOccupation(label: string, most = 40): string {
	const [first = label] = label.split(", ");
	const cut = first.length <= most ? first : `${first.slice(0, most + 1).replace(/[\s/][^\s/]*$/, "")}…`;
	return cut.replace(/\//g, "/\u200B");
}
