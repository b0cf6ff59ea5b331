import { createTextChoice, type TextChoiceCreation } from "#contract/text-choices.ts";
import { useApiMutation } from "../api.ts";
import { reads } from "../reads.ts";
import { keepAnyway, type TextRecord } from "./guard.ts";
import type { Box, Held } from "./use-text-guard.ts";

/** A text that waits, the box it stands in, and whose it is; `field`: what the contract calls the box. */
export type WaitingText = { held: Held; field: string; about: TextRecord; boxOf: () => Box | null; dismiss: () => void };

/** The two ways on, each in the log of choices. */
export function useTextChoice({ held, field, about: { entity, recordId }, boxOf, dismiss }: WaitingText) {
	const logging = useApiMutation(createTextChoice, { invalidates: reads("listTextChoices", "countTextChoices") });
	const log = (choice: TextChoiceCreation["choice"]) => {
		const id = crypto.randomUUID();
		const kinds = [...new Set(held.findings.map(({ kind }) => kind))];
		logging.mutate({ body: { id, entity, recordId, field, kinds, choice }, idempotencyKey: id });
	};
	return {
		correct: () => {
			const [first] = held.findings;
			const box = boxOf();
			if (!first || !box) return;
			log("corrected");
			box.focus();
			box.setSelectionRange(first.start, first.end);
		},
		keep: () => {
			log("kept");
			keepAnyway(recordId, held.text, held.findings);
			dismiss();
			boxOf()?.focus();
		},
	};
}
