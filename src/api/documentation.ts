import { endpoints } from "#contract/endpoints.ts";
import { openApi } from "#contract/openapi.ts";

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? letter);

const rolesOf = (roles: (typeof endpoints)[number]["roles"]) => (typeof roles === "string" ? roles : roles.join(", "));

/** The contract for a reader: no script, no request elsewhere. */
function page(): string {
	const rows = endpoints
		.map(
			({ id, method, path, summary, roles, refusals = [], ifMatch }) =>
				`<section id="${id}"><h2><code>${method} /api${escapeHtml(path)}</code></h2><p>${escapeHtml(summary)}</p><dl><dt>operationId</dt><dd>${id}</dd><dt>x-roles</dt><dd>${rolesOf(roles)}</dd>${ifMatch ? "<dt>If-Match</dt><dd>required</dd>" : ""}${refusals.length > 0 ? `<dt>refuses</dt><dd>${refusals.join(", ")}</dd>` : ""}</dl></section>`,
		)
		.join("");
	const style =
		"body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#223654}h2{font-size:1rem;margin:2rem 0 0}code{background:#eef4f9;padding:.1em .4em}dl{display:grid;grid-template-columns:8rem 1fr;gap:.2rem 1rem;margin:0}dt{color:#4e5662}dd{margin:0}a{color:#095797}";
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Jalon API</title><style>${style}</style></head><body><main><h1>Jalon API</h1><p>OpenAPI 3.1: <a href="openapi.json">openapi.json</a>. Errors are application/problem+json; every write takes an Idempotency-Key, every update an If-Match.</p>${rows}</main></body></html>`;
}

let document: string | undefined;

export const openApiResponse = () => {
	document ??= JSON.stringify(openApi(endpoints));
	return new Response(document, { headers: { "content-type": "application/json; charset=utf-8" } });
};
export const documentationResponse = () => new Response(page(), { headers: { "content-type": "text/html; charset=utf-8" } });
