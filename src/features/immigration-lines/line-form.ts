import type { ImmigrationLine } from "#contract/immigration-lines.ts";
import { type ImmigrationStep, immigrationSteps, stepsOf } from "#contract/immigration-steps.ts";

/** What the form holds: text as typed. */
export type LineValues = Record<
	ImmigrationStep | "employerId" | "label" | "path" | "stream" | "country" | "occupationCode" | "labourNeedId" | "missionId",
	string
> &
	Record<"permitExpiresOn" | "endedOn" | "endReason" | "note", string>;

const texts = ["stream", "country", "occupationCode", "labourNeedId", "missionId", "permitExpiresOn", "endedOn", "endReason", "note"] as const;

export const lineValues = (line: ImmigrationLine | null, today: string, employerId = ""): LineValues => ({
	employerId: line?.employerId ?? employerId,
	label: line?.label ?? "",
	path: line?.path ?? "tfwp",
	...(Object.fromEntries(texts.map((field) => [field, line?.[field] ?? ""])) as Record<(typeof texts)[number], string>),
	...(Object.fromEntries(immigrationSteps.map((step) => [step, line?.[step] ?? ""])) as Record<ImmigrationStep, string>),
	hiredOn: line?.hiredOn ?? today,
});

/** Steps that the path has not are not said, were they typed before another path was chosen. */
export function lineBody(values: Omit<LineValues, "employerId">) {
	const own = stepsOf(values.path);
	const { hiredOn, ...later } = Object.fromEntries(immigrationSteps.map((step) => [step, own.includes(step) ? values[step] || null : null])) as Record<
		ImmigrationStep,
		string | null
	>;
	return {
		label: values.label.trim(),
		path: values.path,
		hiredOn: hiredOn ?? "",
		...later,
		...(Object.fromEntries(texts.map((field) => [field, values[field].trim() || null])) as Record<(typeof texts)[number], string | null>),
		...(values.path === "tfwp" ? {} : { stream: null }),
	};
}
