import type { RegistrationState } from "#contract/mission-registrations.ts";
import type { Mission } from "#contract/missions.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import { text } from "./text.ts";

const tones = { toCome: "info", underWay: "green", ended: "neutral", cancelled: "red" } as const;
const stateTones = { invited: "neutral", interested: "neutral", registered: "info", confirmed: "violet", tookPart: "green", withdrawn: "amber" } as const;

/** Where a mission stands, in a word. */
export function StageTag({ stage }: Pick<Mission, "stage">) {
	return <Tag tone={tones[stage]}>{useWords(text).values.stage[stage]}</Tag>;
}

/** Where an employer stands in a mission. */
export function StateTag({ state }: { state: RegistrationState }) {
	return <Tag tone={stateTones[state]}>{useWords(text).registrations.states[state]}</Tag>;
}
