declare module "virtual:jalon-snapshots" {
	export const version: { world: string; migrations: Record<string, string> };
	/** Addresses of the prepared databases. */
	export const snapshots: { region: string; vide: string; surcharge: string };
}
