import { type Day, day, iso } from "./calendar.ts";
import type { Context, Story } from "./context.ts";
import { advisorOn } from "./employers.ts";
import { random, uuid } from "./random.ts";
import type { LabourNeed, NeedMovement } from "./rows.ts";

const channels = [
	["local", 4],
	["journeesQuebec", 4],
	["employerPortal", 3],
	["foreignWorkers", 3],
	["mobility", 1],
	["other", 1],
] as const;
const cancelNotes = ["Poste aboli", "Le projet est reporté", "Comblé à l’interne", null];

/** Some posts at a time, each time by one channel: two or three for a large need. */
function portions(filled: number, draw: ReturnType<typeof random>): number[] {
	const parts: number[] = [];
	for (let left = filled; left > 0; ) {
		const part = parts.length === 2 ? left : Math.min(left, draw.int(1, Math.max(1, Math.ceil(filled * 0.7))));
		parts.push(part);
		left -= part;
	}
	return parts;
}

/** What the need says of its posts, as it came to be: opened on its day, filled from the selection on, the rest cancelled when the case was closed. */
export function moveNeed({ world, seed, today, staff }: Context, { employer, key, steps, closing }: Story, need: LabourNeed, nth: number): void {
	const draw = random(seed, "movements", key, nth);
	const opened = day(need.recorded_on);
	const end = Math.min(today, closing?.on ?? today);
	const offered = steps.find(({ stage }) => stage === "selection")?.on ?? opened;
	const start = Math.min(Math.max(offered, opened), end);
	const move = (kind: NeedMovement["kind"], quantity: number, on: Day, more: Partial<NeedMovement> = {}) =>
		world.need_movement.push({
			id: uuid(seed, "movement", key, nth, kind, world.need_movement.length),
			region_code: need.region_code,
			labour_need_id: need.id,
			kind,
			quantity,
			occurred_on: iso(on),
			channel: null,
			note: null,
			recorded_by: advisorOn(employer, on, staff),
			is_first: kind === "opened",
			version: 1,
			...more,
		});
	move("opened", need.posts, opened);
	for (const quantity of portions(need.posts_filled, draw))
		move("filled", quantity, start + Math.floor(draw.next() * (end - start)), { channel: draw.weighted(channels) });
	if (need.posts_cancelled > 0) move("cancelled", need.posts_cancelled, end, { note: draw.pick(cancelNotes) });
}
