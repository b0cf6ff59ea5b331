import type { EndpointDefinition, EndpointInput } from "#contract/endpoint.ts";
import { errorSentence } from "./error-sentence.ts";
import { open } from "./http.ts";
import { addToast } from "./toasts.ts";

/** Hands the file to the browser, under the name given. */
export function saveFile(file: Blob, name: string) {
	const address = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	// Once the browser has taken it.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const nameOf = (response: Response) => {
	const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "") ?? [];
	return encoded ? decodeURIComponent(encoded) : "jalon";
};

/** Saves what an endpoint answers as a file, under the name the API gives it: a refusal is said in words, where a link would open a page of JSON. */
export async function download<E extends EndpointDefinition>(endpoint: E, input: EndpointInput<E>): Promise<void> {
	try {
		const response = await open(endpoint, input, { accept: "*/*" });
		saveFile(await response.blob(), nameOf(response));
	} catch (error) {
		addToast({ tone: "error", text: errorSentence(error as Error) });
	}
}
