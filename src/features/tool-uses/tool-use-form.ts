import { isPortalUse, type ToolUse } from "#contract/tool-uses.ts";
import { reads } from "#lib/reads.ts";

export type UseValues = Pick<ToolUse, "tool" | "event" | "occurredOn" | "source"> & {
	quantity: number | null;
	mission: string;
	note: string;
	helpedById: string;
	participants: number | null;
};

export const valuesOfUse = (use: ToolUse): UseValues => ({
	tool: use.tool,
	event: use.event,
	occurredOn: use.occurredOn,
	quantity: use.quantity,
	mission: use.mission ?? "",
	source: use.source,
	note: use.note ?? "",
	helpedById: use.helpedById ?? "",
	participants: use.participants,
});

/** What is counted, when something is. */
export const countedOf = (event: ToolUse["event"]) => (isPortalUse(event) ? event : null);

export const bodyOf = ({ mission, note, quantity, helpedById, participants, ...values }: UseValues) => ({
	...values,
	quantity: countedOf(values.event) ? (quantity ?? Number.NaN) : 1,
	mission: values.tool === "journeesQuebec" && mission.trim() ? mission : null,
	note: note.trim() ? note : null,
	helpedById: helpedById || null,
	participants: values.event === "courseStarted" ? participants : null,
});

/** What a correction may say: a fact of one tool is no fact of the other. */
export function changeOf(values: UseValues) {
	const { tool: _tool, ...body } = bodyOf(values);
	return body;
}

/** What is read again once a use is recorded, corrected or taken back. */
export const touchedByUse = reads(
	"listToolUses",
	"countToolUses",
	"getEmployer",
	"listEmployers",
	"countEmployers",
	"listTimeline",
	"listPortalAccounts",
	"countPortalAccounts",
	"getPortalFunnel",
	"listFollowUps",
	"countFollowUps",
	"listFollowUpProposals",
	"getMyDay",
	"getDashboard",
);
