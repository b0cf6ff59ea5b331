import { countToolUses, listToolUses, toolUseFields } from "#contract/tool-uses.ts";

export const toolUsesSource = { list: listToolUses, counts: countToolUses, fields: toolUseFields, facets: ["tool", "event", "source", "mission"] } as const;
