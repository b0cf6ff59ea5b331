import * as z from "zod/mini";
import { code, id, line } from "./primitives.ts";

/**
 * What becomes of a follow-up that is still open: done, or no longer to be done, or given to somebody who will do it (domain §2.2: « closing requires
 * open tasks to be closed or reassigned »). `outcome` says how it ended.
 */
export const followUpSettlement = z.strictObject({
	id,
	becomes: z.enum(["done", "cancelled", "given"]),
	/** Of one that is given. */
	ownerId: z.optional(z.nullable(id)),
	/** Of one that is given up: a code of `followUpCancelReason`. */
	cancelReason: z.optional(z.nullable(code)),
	outcome: z.optional(z.nullable(line(300))),
});
export type FollowUpSettlement = z.output<typeof followUpSettlement>;
export const followUpSettlements = z.array(followUpSettlement).check(z.maxLength(200));
