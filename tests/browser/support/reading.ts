import type { Page, Response } from "playwright";

/** Everything that is shown or read aloud, a line each; what is marked as being in another language is left out. */
export const readPage = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const language = document.documentElement.lang.slice(0, 2);
		const isOwn = (element: Element | null) => (element?.closest("[lang]")?.getAttribute("lang") ?? language).startsWith(language);
		const lines = [document.title];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = texts.nextNode(); node; node = texts.nextNode()) {
			const parent = node.parentElement;
			if (parent && isOwn(parent) && (parent.tagName === "OPTION" || parent.checkVisibility())) lines.push(node.textContent ?? "");
		}
		for (const element of document.body.querySelectorAll("*"))
			for (const name of ["aria-label", "aria-description", "aria-valuetext", "placeholder", "title", "alt"]) {
				const value = element.getAttribute(name);
				if (value && isOwn(element)) lines.push(value);
			}
		return [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
	});

/** Labels come in the language of the screen and are judged with it; what people and the region are called is not. */
const isLabel = (key: string) => /(Fr|En|[lL]abel)$/.test(key);

function* namesIn(value: unknown, key = ""): Generator<string> {
	if (typeof value === "string") {
		// Codes begin with a small letter and hold no space: shown as they are, they would be a fault.
		if (!isLabel(key) && /^[^\p{Ll}]|\s/u.test(value) && /\p{L}{2}/u.test(value)) yield value;
	} else if (typeof value === "object" && value !== null)
		for (const [name, inner] of Object.entries(value)) yield* namesIn(inner, Array.isArray(value) ? key : name);
}

/** Has a French name only. */
const official = [
	"Registraire des entreprises",
	"Francisation Québec",
	"Office québécois de la langue française",
	"Centre de transfert d’entreprise du Québec",
];

/** Keeps what the API answers to this page: names, titles and notes that people wrote. */
export function keepNames(page: Page): { without: (line: string) => string } {
	const names = new Set<string>(official);
	const arriving = new Set<Promise<void>>();
	page.on("response", (response: Response) => {
		if (!response.headers()["content-type"]?.includes("json")) return;
		const reading = response
			.json()
			.then((body: unknown) => {
				for (const name of namesIn(body)) names.add(name);
			})
			.catch(() => undefined)
			.finally(() => arriving.delete(reading));
		arriving.add(reading);
	});
	let sorted: string[] = [];
	return {
		without: (line) => {
			if (sorted.length !== names.size) sorted = [...names].sort((a, b) => b.length - a.length);
			return sorted.reduce((rest, name) => (rest.includes(name) ? rest.replaceAll(name, " ") : rest), line);
		},
	};
}
