import type { Page } from "playwright";

/** What the API of this home answers, asked from the page: the only way that is the same in the three homes. */
export const readApi = <Answer>(page: Page, path: string): Promise<Answer> =>
	page.evaluate(async (wanted) => {
		const { apiBase = "/api" } = (await (await fetch("/config.json")).json()) as { apiBase?: string };
		const response = await fetch(`${apiBase}${wanted}`, { headers: { accept: "application/json" } });
		if (!response.ok) throw new Error(`${wanted}: ${response.status} ${await response.text()}`);
		return response.json();
	}, path) as Promise<Answer>;

/** What a test needs to find there, recorded as the person who is signed in. What makes no record of its own has a key given. */
export const writeApi = (page: Page, path: string, body: Record<string, unknown>, key = String(body.id)): Promise<void> =>
	page.evaluate(
		async ([wanted, sent, once]) => {
			const { apiBase = "/api" } = (await (await fetch("/config.json")).json()) as { apiBase?: string };
			const response = await fetch(`${apiBase}${wanted}`, {
				method: "POST",
				headers: { "content-type": "application/json", "idempotency-key": once },
				body: JSON.stringify(sent),
			});
			if (!response.ok) throw new Error(`${wanted}: ${response.status} ${await response.text()}`);
		},
		[path, body, key] as const,
	);
