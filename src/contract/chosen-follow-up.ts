import * as z from "zod/mini";
import { code, id, line, localDate } from "./primitives.ts";

/** `ownerId` answers for it; `coOwnerIds` share it: each may write it, and it is in the day of each. */
export const followUpBody = { kind: code, title: line(200), ownerId: id, dueOn: localDate };
export const coOwners = z.array(id).check(z.maxLength(9));
/** A line of the catalogue (`listFollowUpRules`). */
export const ruleCode = z.nullable(code);

/** A proposal of the catalogue as chosen, with what was changed in it (domain §2.4). Apart, so that a visit does not carry all that follow-ups promise. */
export const chosenFollowUp = z.strictObject({ id, ...followUpBody, coOwnerIds: z.optional(coOwners), ruleCode, promised: z.optional(z.boolean()) });
export type ChosenFollowUp = z.output<typeof chosenFollowUp>;
