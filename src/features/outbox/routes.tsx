import type { RouteObject } from "react-router";
import { paths } from "#lib/paths.ts";

export const outboxRoutes: RouteObject[] = [{ path: paths.outbox(), lazy: { Component: async () => (await import("./OutboxPage.tsx")).OutboxPage } }];
