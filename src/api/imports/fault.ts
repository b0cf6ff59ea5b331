/** Why a file cannot be read, and where: the whole of it is refused, and nothing was written. */
export class ImportFault extends Error {
	readonly code: string;
	readonly row: number | null;
	readonly column: number | null;
	readonly parameters: Record<string, string | number>;
	constructor(
		code: string,
		{ row = null, column = null, ...parameters }: { row?: number | null; column?: number | null } & Record<string, string | number | null> = {},
	) {
		super(code);
		this.code = code;
		this.row = row;
		this.column = column;
		this.parameters = parameters as Record<string, string | number>;
	}
}
