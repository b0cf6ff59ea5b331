import * as z from "zod/mini";
import { endpoint, fieldRoles } from "./endpoint.ts";
import { labourNeedFields } from "./labour-needs.ts";
import { listQuery } from "./primitives.ts";

const { q, filter } = listQuery.shape;

/** Needs crossed: their open posts by occupation and MRC; by sector, what is asked for and what was filled. Under the search and the filter of their list. */
export const needMatrix = z.strictObject({
	/** Those that have an open post: each opens the list of `needs` needs, whose open posts add up to `posts`. */
	cells: z.array(z.strictObject({ occupationCode: z.string(), occupationLabel: z.string(), mrcCode: z.nullable(z.string()), posts: z.int(), needs: z.int() })),
	sectors: z.array(z.strictObject({ sectorCode: z.nullable(z.string()), asked: z.int(), filled: z.int(), cancelled: z.int(), open: z.int() })),
	openPosts: z.int(),
	openNeeds: z.int(),
});
export type NeedMatrix = z.output<typeof needMatrix>;

export const getNeedMatrix = endpoint({
	id: "getNeedMatrix",
	method: "GET",
	path: "/labour-needs/matrix",
	summary:
		"Open posts by occupation and MRC, and posts asked, filled, cancelled and open by sector, of the needs that the list shows under the same search and filter.",
	query: z.strictObject({ q, filter }),
	fields: labourNeedFields,
	output: needMatrix,
	roles: fieldRoles,
});
