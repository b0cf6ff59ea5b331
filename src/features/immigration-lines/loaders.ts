import type { LoaderFunctionArgs } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { queryClient } from "#lib/query-client.ts";
import { lineQuery, linesSource } from "./lines-source.ts";

export const loadLines = ({ request }: LoaderFunctionArgs) => prefetchList(linesSource, request);

export const loadLine = ({ params }: LoaderFunctionArgs) => queryClient.ensureQueryData(lineQuery(params.id ?? ""));
