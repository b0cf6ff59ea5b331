import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { can, count, id, idParams, line, version } from "./primitives.ts";

/** A stage as a region words it, and after how many days without a trace of work its cases « dorment »; null: never (domain §2.2). */
export const stageSetting = z.strictObject({
	id,
	stage: z.string(),
	labelFr: z.string(),
	labelEn: z.string(),
	shortFr: z.string(),
	shortEn: z.string(),
	staleAfterDays: z.nullable(z.int()),
	version,
	can,
});
export type StageSetting = z.output<typeof stageSetting>;

export const stageSettingChange = z.partial(
	z.strictObject({ labelFr: line(60), labelEn: line(60), shortFr: line(24), shortEn: line(24), staleAfterDays: z.nullable(count(1, 999)) }),
);

export const listStageSettings = endpoint({
	id: "listStageSettings",
	method: "GET",
	path: "/stage-settings",
	summary: "The stages of the region in their order: their words and their thresholds.",
	output: z.strictObject({ items: z.array(stageSetting) }),
	roles: "signedIn",
});
export const getStageSetting = endpoint({
	id: "getStageSetting",
	method: "GET",
	path: "/stage-settings/{id}",
	summary: "One stage of the region.",
	params: idParams,
	output: stageSetting,
	roles: "signedIn",
	refusals: ["not-found"],
});
export const updateStageSetting = endpoint({
	id: "updateStageSetting",
	method: "PATCH",
	path: "/stage-settings/{id}",
	summary: "Words a stage otherwise, or changes after how many days its cases are said to sleep: lists, board and figures follow at once.",
	params: idParams,
	body: stageSettingChange,
	output: stageSetting,
	ifMatch: true,
	roles: ["manager", "administrator"],
	refusals: ["not-found"],
});
