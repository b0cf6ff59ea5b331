import type { Filter } from "#contract/filter.ts";
import { listFollowUps } from "#contract/follow-ups.ts";
import { apiQuery } from "#lib/api.ts";
import { lateFilter, weekFilter } from "./week.ts";

/** As many as a week can be looked at; beyond, the list says the rest. */
const shown = 300;
const lateShown = 30;

type Asked = { q: string; conditions: readonly Filter[] };
const query = ({ q }: Asked, filter: string, limit: number) => apiQuery(listFollowUps, { query: { ...(q ? { q } : {}), filter, sort: "dueOn", limit } });

export const weekQuery = (asked: Asked, monday: string) => query(asked, weekFilter(asked.conditions, monday), shown);
export const lateQuery = (asked: Asked, monday: string) => query(asked, lateFilter(asked.conditions, monday), lateShown);
