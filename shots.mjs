import { chromium } from "playwright-core";
const base = "http://127.0.0.1:4730";
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const [role, ...shots] = process.argv.slice(2);
for (const [width, height] of [[1440, 900], [390, 844]]) {
	const context = await browser.newContext({ baseURL: base, viewport: { width, height }, locale: "fr-CA", colorScheme: process.env.DARK ? "dark" : "light", serviceWorkers: "block" });
	const people = (await (await context.request.get("/api/session/people")).json()).items;
	const person = people.find((p) => p.role === role);
	await context.request.post("/api/session", { data: { personId: person.id }, headers: { origin: base, "idempotency-key": crypto.randomUUID() } });
	const page = await context.newPage();
	page.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 200)));
	for (const shot of shots) {
		const [name, path, click] = shot.split("|");
		let target = path;
		if (path === "NEED") {
			const needs = (await (await context.request.get("/api/labour-needs?limit=200&sort=-openPosts&filter=open==true")).json()).items;
			const best = needs.filter((n) => n.postsFilled > 3).at(0) ?? needs[0];
			target = `/besoins/${best.id}`;
		}
		await page.goto(target);
		await page.waitForTimeout(1800);
		if (click) { await page.getByRole("button", { name: click }).first().click(); await page.waitForTimeout(700); }
		await page.screenshot({ path: `/tmp/w/needs-${name}-${width}${process.env.DARK ? "-dark" : ""}.png`, fullPage: !click });
	}
	await context.close();
}
await browser.close();
