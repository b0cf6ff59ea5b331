import pg from "pg";
import { parsers } from "#api/parsers.ts";

/** Days, instants and bigints as text, on PostgreSQL as in the embedded database. */
export const postgresTypes = {
	getTypeParser: (oid: number, format?: "text" | "binary") => parsers[oid] ?? pg.types.getTypeParser(oid, format as "text"),
} as pg.CustomTypesConfig;
