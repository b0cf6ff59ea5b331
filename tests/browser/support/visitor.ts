import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright";
import { expect as playwrightExpect } from "playwright/test";

/** Waits for what the screen comes to say; never for a time to pass. */
export const expect = playwrightExpect.configure({ timeout: 60_000 });

export type Visitor = {
	page: Page;
	context: BrowserContext;
	/** What went wrong behind the screen so far: errors of the console, requests to another origin. Emptied by reading. */
	takeComplaints: () => string[];
	close: () => Promise<void>;
};

export type VisitorOptions = Pick<BrowserContextOptions, "colorScheme" | "hasTouch" | "isMobile" | "reducedMotion" | "serviceWorkers" | "viewport"> & {
	language?: "fr" | "en";
	/** Messages of the console that the test itself provokes. */
	expected?: RegExp;
};

/** Who comes without a session is told so by what was asked while the door opened: the browser writes it down, and nothing is wrong. Signed in, a 401 leads back to the door, which no test expects. */
const atTheDoor = /status of 401 /;

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** A person at a browser of their own: nothing is shared between two visitors but the server. */
export async function openVisitor(browser: Browser, home: string, { language = "fr", expected, ...options }: VisitorOptions = {}): Promise<Visitor> {
	const context = await browser.newContext({
		baseURL: home,
		viewport: desk,
		locale: `${language}-CA`,
		timezoneId: "America/Toronto",
		reducedMotion: "reduce",
		// Each visitor has a device of its own, and would fetch all of the screens at once: those who go without a network ask for it, and those whose API is a worker.
		serviceWorkers: "block",
		...options,
	});
	context.setDefaultTimeout(60_000);
	context.setDefaultNavigationTimeout(120_000);
	const complaints: string[] = [];
	const complain = (sentence: string) => {
		if (!atTheDoor.test(sentence) && !expected?.test(sentence)) complaints.push(sentence);
	};
	context.on("console", (message) => {
		if (message.type() === "error") complain(`console: ${message.text()} (${message.location().url})`);
	});
	context.on("weberror", (error) => complain(`uncaught: ${error.error().message}`));
	context.on("request", (request) => {
		const url = new URL(request.url());
		if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== home) complain(`request to ${url.origin}`);
	});
	if (language === "en")
		await context.addInitScript(() => {
			if (!localStorage.getItem("jalon.preferences"))
				localStorage.setItem(
					"jalon.preferences",
					JSON.stringify({ state: { language: "en", theme: "system", density: "comfortable", navigationCollapsed: false }, version: 0 }),
				);
		});
	return { page: await context.newPage(), context, takeComplaints: () => complaints.splice(0), close: () => context.close() };
}
