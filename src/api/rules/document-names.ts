/** Names that Windows keeps for its own devices, whatever follows the dot. */
const device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * A file's name as its author typed it, without the folders it was in: nothing that a disk would read as a path, hide, or take for a device.
 * Null when nothing is left. What cannot be kept at all (controls, marks that turn the text around) is refused by the contract.
 */
export function cleanFileName(typed: string): string | null {
	const base = typed.split(/[\\/]/).at(-1) ?? "";
	const name = base
		.replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
		.replace(/^[\s.]+|[\s.]+$/g, "")
		.replace(/[<>:"|?*]/g, "_");
	if (name === "") return null;
	return device.test(name) ? `_${name}` : name;
}

export const extensionOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
