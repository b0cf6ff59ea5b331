import * as z from "zod/mini";
import { id, line } from "./primitives.ts";

/**
 * What becomes of a follow-up that is still open: done, or no longer to be done, or given to somebody who will do it (domain §2.2: « closing requires
 * open tasks to be closed or reassigned »). `outcome` says how it ended.
 */
export const followUpSettlement = z.strictObject({
	id,
	becomes: z.enum(["done", "cancelled", "given"]),
	ownerId: z.optional(z.nullable(id)),
	outcome: z.optional(z.nullable(line(300))),
});
export type FollowUpSettlement = z.output<typeof followUpSettlement>;
export const followUpSettlements = z.array(followUpSettlement).check(z.maxLength(200));
