import type { NeedMovementKind } from "#contract/need-movements.ts";

/** What moves the posts of a need, on a day. `channel` is that by which posts were filled, null otherwise. */
export type Moved = { id: string; kind: NeedMovementKind; quantity: number; occurredOn: string; channel: string | null };

export type NeedState = { opened: number; filled: number; cancelled: number; open: number; filledByChannel: { channel: string; quantity: number }[] };

const sum = (movements: readonly Moved[], kind: NeedMovementKind) =>
	movements.reduce((total, movement) => total + (movement.kind === kind ? movement.quantity : 0), 0);

/**
 * The posts of a need at the end of a day (domain §2.1): what was opened, filled, by which channels, and cancelled until then. Of a need that is closed, nothing is
 * open from its closing on. The channels that filled most come first.
 */
export function stateOn(movements: readonly Moved[], day: string, closedOn: string | null = null): NeedState {
	const past = movements.filter(({ occurredOn }) => occurredOn <= day);
	const [opened, filled, cancelled] = [sum(past, "opened"), sum(past, "filled"), sum(past, "cancelled")];
	const byChannel = new Map<string, number>();
	for (const { channel, quantity } of past) if (channel !== null) byChannel.set(channel, (byChannel.get(channel) ?? 0) + quantity);
	return {
		opened,
		filled,
		cancelled,
		open: closedOn !== null && closedOn <= day ? 0 : opened - filled - cancelled,
		filledByChannel: [...byChannel]
			.map(([channel, quantity]) => ({ channel, quantity }))
			.sort((a, b) => b.quantity - a.quantity || (a.channel < b.channel ? -1 : 1)),
	};
}

/** How many posts could still be taken on that day, whatever was taken since: the least that stays open from that day on. */
export function takeableOn(movements: readonly Moved[], day: string): number {
	const days = [day, ...movements.map(({ occurredOn }) => occurredOn).filter((one) => one > day)];
	return Math.max(0, Math.min(...days.map((one) => stateOn(movements, one).open)));
}

export type MovementFault = { field: "quantity" | "occurredOn"; code: string; parameters?: Record<string, number> };

/** Whether, on some day, more would be filled or cancelled than was opened. */
export const isOverdrawn = (movements: readonly Moved[]): boolean =>
	movements.some(({ kind, occurredOn }) => kind !== "opened" && stateOn(movements, occurredOn).open < 0);

/**
 * Why this movement cannot stand among the others (all but itself), and beside which field it is said; null when it can. Nothing is filled or cancelled that was
 * not open on its day, and an opening does not become smaller than what was taken from it.
 */
export function faultOf(movement: Moved, others: readonly Moved[], closedOn: string | null, today: string): MovementFault | null {
	const { kind, quantity, occurredOn } = movement;
	if (occurredOn > today) return { field: "occurredOn", code: "date-in-future" };
	if (closedOn !== null && occurredOn > closedOn) return { field: "occurredOn", code: "after-closing" };
	if (!isOverdrawn([...others, movement])) return null;
	if (kind === "opened") return openingFault(movement, others);
	const open = takeableOn(others, occurredOn);
	if (open === 0 && stateOn(others, today).open >= quantity) return { field: "occurredOn", code: "no-post-open-then" };
	return { field: "quantity", code: "posts-open", parameters: { asked: quantity, open } };
}

/** An opening that holds what was filled or cancelled since: as many posts at least, and from a day that is not later. */
function openingFault(movement: Moved, others: readonly Moved[]): MovementFault {
	const earliest = others.map(({ occurredOn }) => occurredOn).sort()[0] ?? movement.occurredOn;
	const isLate = !isOverdrawn([...others, { ...movement, occurredOn: earliest }]);
	return isLate ? { field: "occurredOn", code: "no-post-open-then" } : { field: "quantity", code: "posts-taken", parameters: { least: leastOpening(others) } };
}

/** The least that one more opening must count for these movements to stand. */
export function leastOpening(others: readonly Moved[]): number {
	const worst = Math.min(0, ...others.map(({ occurredOn }) => stateOn(others, occurredOn).open));
	return Math.max(1, -worst);
}
