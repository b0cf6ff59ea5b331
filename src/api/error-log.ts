/**
 * What the log keeps of a fault: its kind and its place. A driver's sentence can carry a whole statement and what somebody typed (« invalid input syntax: "…" »):
 * of a database's error the code and the name of the constraint stay, of any other what stands between quotation marks goes.
 */
export function describeError(error: Error): { message: string; code?: string; at?: string } {
	const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
	const at = /\(?((?:[a-z]+:\/\/)?[^\s()]+:\d+:\d+)\)?$/m.exec(error.stack ?? "")?.[1]?.replace(/^.*\/(src|node_modules|mocks)\//, "$1/");
	if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return { message: `database error ${constraint ?? ""}`.trim(), code, ...(at ? { at } : {}) };
	const message = (error.message.split("\n")[0] ?? "").replace(/"[^"]*"|'[^']*'|`[^`]*`|«[^»]*»/g, "…").slice(0, 300);
	return { message: `${error.name}: ${message}`, ...(typeof code === "string" ? { code } : {}), ...(at ? { at } : {}) };
}
