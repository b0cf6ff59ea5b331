import { randomUUID } from "node:crypto";

/** What adds an employer of the Montérégie (its establishment is in Saint-Hyacinthe), under an id of its own. */
export const employerBody = (fields: { id?: string; name?: string } & Record<string, unknown> = {}) => {
	const id = fields.id ?? randomUUID();
	return {
		id,
		name: `Atelier ${id}`,
		neq: null,
		sectorCode: "31-33",
		employeeCount: 42,
		advisorId: null as string | null,
		phone: null,
		website: null,
		activity: null,
		// It follows from the employer's: the same call again is the same request.
		establishment: { id: `${id.slice(0, 35)}${id.endsWith("0") ? "1" : "0"}`, name: null, municipalityCode: "54048", address: null, postalCode: null },
		...fields,
	};
};
