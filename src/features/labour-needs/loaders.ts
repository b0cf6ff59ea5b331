import type { LoaderFunctionArgs } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { needsSource } from "./needs-source.ts";

export const loadLabourNeeds = ({ request }: LoaderFunctionArgs) => prefetchList(needsSource, request);
