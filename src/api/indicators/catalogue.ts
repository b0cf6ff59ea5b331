import { Refusal } from "../refusal.ts";
import { i01 } from "./i01-accompanied-ever.ts";
import { i02 } from "./i02-accompanied.ts";
import { i03 } from "./i03-standing.ts";
import { i04 } from "./i04-visits.ts";
import { i06 } from "./i06-cases.ts";
import { i07 } from "./i07-needs.ts";
import { i08 } from "./i08-portal.ts";
import { i09 } from "./i09-missions.ts";
import { i10, i11 } from "./i10-immigration.ts";
import { i12 } from "./i12-retention.ts";
import { i14 } from "./i14-follow-ups.ts";
import { i18 } from "./i18-staff.ts";
import { i20 } from "./i20-francisation.ts";
import { i22 } from "./i22-signals.ts";
import { i23 } from "./i23-coverage.ts";
import { i24 } from "./i24-data-quality.ts";
import type { AnyIndicator, Counted } from "./indicator.ts";

/** Every figure that exists, in the order of the catalogue (domain §3.2). */
export const catalogue: readonly AnyIndicator[] = [
	i01,
	i02,
	i03,
	...i04,
	...i06,
	...i07,
	...i08,
	...i09,
	...i10,
	i11,
	...i12,
	...i14,
	...i18,
	...i20,
	i22,
	i23,
	...i24,
];

const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));

export function indicatorOf(id: string): AnyIndicator {
	const found = byId.get(id);
	if (!found) throw new Refusal("not-found");
	return found;
}

/** One that has rows: a ratio has those of its parts. */
export function countedOf(id: string): Counted {
	const found = indicatorOf(id);
	if (found.reduction === "ratio") throw new Refusal("not-found");
	return found;
}
