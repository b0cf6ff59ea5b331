import { countPortalAccounts, listPortalAccounts, portalAccountFields } from "#contract/portal-accounts.ts";

const day = /^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
/** The day that an address reads the accounts as of; none when it says none, or says it badly. */
export const asOfOf = (search: URLSearchParams): string | null => {
	const said = search.get("au") ?? "";
	return day.test(said) ? said : null;
};

/** The accounts of the Portail as of the day of an address; today when it says none. */
export const portalSource = (asOf: string | null) =>
	({
		list: listPortalAccounts,
		counts: countPortalAccounts,
		fields: portalAccountFields,
		facets: ["state", "used", "sectorCode", "mrcCode", "advisorId"],
		...(asOf ? { always: { asOf } } : {}),
	}) as const;
