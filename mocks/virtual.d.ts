declare module "virtual:jalon-snapshots" {
	export const version: { world: string; migrations: Record<string, string> };
	/** Addresses of the prepared databases, told on `day`. */
	export const snapshots: { region: string; vide: string };
	export const day: string;
}
