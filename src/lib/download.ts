import type { EndpointDefinition, EndpointInput } from "#contract/endpoint.ts";
import { open } from "./http.ts";
import { saveFile } from "./list-export.ts";

const nameOf = (response: Response) => {
	const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "") ?? [];
	return encoded ? decodeURIComponent(encoded) : "jalon";
};

/** Saves what an endpoint answers as a file, under the name the API gives it: a refusal is thrown in words, where a link would open a page of JSON. */
export async function download<E extends EndpointDefinition>(endpoint: E, input: EndpointInput<E>): Promise<void> {
	const response = await open(endpoint, input, { accept: "*/*" });
	saveFile(await response.blob(), nameOf(response));
}
