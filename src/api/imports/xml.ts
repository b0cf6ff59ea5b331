import { SaxesParser } from "saxes";
import { ImportFault } from "./fault.ts";

export type XmlHandlers = { open?(name: string, attributes: Record<string, string>): void; close?(name: string): void; text?(text: string): void };

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** A document read as it comes, a step for each part; names without their prefix. Entities of one's own are not known: none unfolds. */
export async function* xmlSteps(parts: AsyncIterable<string>, { open, close, text }: XmlHandlers): AsyncGenerator<undefined> {
	const parser = new SaxesParser({ xmlns: false, position: false });
	parser.on("error", () => {
		throw new ImportFault("file-damaged");
	});
	parser.on("opentag", ({ name, attributes }) => open?.(local(name), attributes as Record<string, string>));
	parser.on("closetag", ({ name }) => close?.(local(name)));
	parser.on("text", (value) => text?.(value));
	for await (const part of parts) {
		parser.write(part);
		yield;
	}
	parser.close();
}

export async function readXml(parts: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
	const steps = xmlSteps(parts, handlers);
	while (!(await steps.next()).done);
}
