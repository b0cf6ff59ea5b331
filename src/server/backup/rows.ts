import { createHash } from "node:crypto";
import { quoted, type Table } from "./catalogue.ts";
import type { Connection } from "./connection.ts";

const rowsAtOnce = 500;
const isText = (type: string) => /^(text|character|"char")/.test(type);
const isJson = (type: string) => type === "json" || type === "jsonb";

export type Sum = { rows: number; sha256: string };

/** The same row is the same line in every database: no setting of the session may show. */
export const sameEverywhere =
	"set local timezone = 'UTC'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1";

/** JSON travels as text, so that a JSON null stays one and every byte comes back. */
const selectOf = ({ name, columns, key }: Table) => {
	const typeOf = new Map(columns.map((column) => [column.name, column.type]));
	const order = (key.length > 0 ? key : columns.map((column) => column.name)).map((column) => {
		const type = typeOf.get(column) ?? "";
		return isJson(type) ? `${quoted(column)}::text collate "C"` : `${quoted(column)}${isText(type) ? ' collate "C"' : ""}`;
	});
	const list = columns.map((column) => `${quoted(column.name)}${isJson(column.type) ? `::text as ${quoted(column.name)}` : ""}`);
	return `select row_to_json(r)::text as line from (select ${list.join(", ")} from public.${quoted(name)} order by ${order.join(", ")}) r`;
};

/** A table as lines of JSON in the order of its key, a few hundred at a time: memory does not grow with the table. Inside a transaction. */
export async function* linesOf({ exec, query }: Connection, table: Table): AsyncGenerator<string[]> {
	await exec(`declare kept no scroll cursor for ${selectOf(table)}`);
	for (;;) {
		const { rows } = await query(`fetch ${rowsAtOnce} from kept`);
		if (rows.length === 0) break;
		yield rows.map((row) => String(row.line));
	}
	await exec("close kept");
}

/** Puts lines back: the database itself reads them, by the types of the table's own columns. */
export function insertOf({ name, columns }: Table): string {
	const names = columns.map((column) => quoted(column.name)).join(", ");
	const values = columns.map((column) => `r.${quoted(column.name)}${isJson(column.type) ? `::${column.type}` : ""}`).join(", ");
	const types = columns.map((column) => `${quoted(column.name)} ${isJson(column.type) ? "text" : column.type}`).join(", ");
	return `insert into public.${quoted(name)} (${names}) overriding system value select ${values} from json_to_recordset($1::text::json) as r(${types})`;
}

/** Counts and sums lines as they pass. */
export function summing() {
	const hash = createHash("sha256");
	let rows = 0;
	return {
		add(lines: string[]) {
			rows += lines.length;
			hash.update(`${lines.join("\n")}\n`);
		},
		end: (): Sum => ({ rows, sha256: hash.digest("hex") }),
	};
}

export async function sumOfTable(connection: Connection, table: Table): Promise<Sum> {
	const sum = summing();
	for await (const lines of linesOf(connection, table)) sum.add(lines);
	return sum.end();
}
