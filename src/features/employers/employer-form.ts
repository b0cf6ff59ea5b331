import type { Employer } from "#contract/employers.ts";

/** What the form holds: text as typed; a number or null. The contract's own rules judge it, not the boxes. */
export type EmployerValues = {
	name: string;
	neq: string;
	sectorCode: string;
	employeeCount: number | null;
	activity: string;
	advisorId: string;
	phone: string;
	website: string;
};
export type PlaceValues = { municipalityCode: string; address: string; postalCode: string };

export const orNull = (value: string) => (value.trim() === "" ? null : value);

export const employerValues = (employer: Employer, show: { neq: (neq: string) => string; phone: (phone: string) => string }): EmployerValues => ({
	name: employer.name,
	neq: employer.neq ? show.neq(employer.neq) : "",
	sectorCode: employer.sectorCode ?? "",
	employeeCount: employer.employeeCount,
	activity: employer.activity ?? "",
	advisorId: employer.advisorId ?? "",
	phone: employer.phone ? show.phone(employer.phone) : "",
	website: employer.website ?? "",
});

export const emptyEmployer = (advisorId: string): EmployerValues => ({
	name: "",
	neq: "",
	sectorCode: "",
	employeeCount: null,
	activity: "",
	advisorId,
	phone: "",
	website: "",
});

export const employerBody = (values: EmployerValues) => ({
	name: values.name,
	neq: orNull(values.neq),
	sectorCode: orNull(values.sectorCode),
	employeeCount: values.employeeCount,
	activity: orNull(values.activity),
	advisorId: orNull(values.advisorId),
	phone: orNull(values.phone),
	website: orNull(values.website),
});
