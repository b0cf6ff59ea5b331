import type { LoaderFunctionArgs } from "react-router";
import { prefetchList } from "#lib/list-view.ts";
import { toolUsesSource } from "./tool-uses-source.ts";

export const loadToolUses = ({ request }: LoaderFunctionArgs) => prefetchList(toolUsesSource, request);
