import { data, type LoaderFunctionArgs } from "react-router";
import { isTopic } from "./topics.ts";

export function loadHelpPage({ params }: LoaderFunctionArgs) {
	if (!isTopic(params.page)) throw data(null, { status: 404 });
	return null;
}
