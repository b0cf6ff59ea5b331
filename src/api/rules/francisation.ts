import type { LocalDate } from "#contract/primitives.ts";
import { francisationOnce } from "#contract/tool-uses.ts";

/** A step of the francisation of a business, on its day. */
type Step = { event: string; occurredOn: LocalDate };

/**
 * What is wrong with a step of francisation among the others of its employer (domain §1.7); null when nothing is. The OQLF attests who is registered there: its attestation
 * never comes before the registration, though it may be known alone. A course needs no registration at Francisation Québec: others gave courses before 2023-06-01, and still do.
 */
export function faultOfFrancisation(others: readonly Step[], { event, occurredOn }: Step): { path: string; code: string; parameters: { on: string } } | null {
	const on = (of: string) => others.find((step) => step.event === of)?.occurredOn;
	const said = francisationOnce.includes(event) ? on(event) : undefined;
	if (said) return { path: "event", code: "francisation-known", parameters: { on: said } };
	const [registered, attested] = [on("oqlfRegistered"), on("oqlfAttestation")];
	if (event === "oqlfAttestation" && registered && occurredOn < registered)
		return { path: "occurredOn", code: "attestation-before-registration", parameters: { on: registered } };
	if (event === "oqlfRegistered" && attested && occurredOn > attested)
		return { path: "occurredOn", code: "registration-after-attestation", parameters: { on: attested } };
	return null;
}
