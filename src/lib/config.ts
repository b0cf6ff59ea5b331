export type Config = { apiBase: string };

let config: Config = { apiBase: "/api" };

/** config.json, beside index.html, says where the API is: the same build serves any address. */
export async function loadConfig(): Promise<Config> {
	const response = await fetch(`${import.meta.env.BASE_URL}config.json`);
	if (response.ok) config = { ...config, ...((await response.json()) as Partial<Config>) };
	return config;
}

export const apiBase = () => config.apiBase;
