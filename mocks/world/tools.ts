import { type Day, day, iso, onOrAfter, yearOf } from "./calendar.ts";
import type { Context } from "./context.ts";
import { missionsUntil } from "./data/missions.ts";
import { advisorOn, type Known, regionOn } from "./employers.ts";
import { random, uuid } from "./random.ts";
import type { ToolUse } from "./rows.ts";

/** The employer side of Arrima opened at the beginning of 2020. */
const PORTAL_OPENED = day("2020-01-20");
const SHOWN = day("2026-11-24");

/** Uses of the Portail, month after month, of the Journées Québec, mission after mission, and francisation: each month and each mission draws by itself. */
export function makeToolUses(context: Context, employer: Known) {
	portal(context, employer);
	missions(context, employer);
	francisation(context, employer);
}

type Use = Pick<ToolUse, "tool" | "event" | "source"> & Partial<Pick<ToolUse, "quantity" | "mission" | "note" | "helped_by_id" | "participants">>;

function add({ world, seed, today, staff }: Context, employer: Known, on: Day, key: string, use: Use) {
	if (on > today) return;
	world.tool_use.push({
		id: uuid(seed, "toolUse", employer.index, key),
		region_code: regionOn(employer, on),
		employer_id: employer.id,
		visit_id: null,
		quantity: 1,
		mission: null,
		note: null,
		helped_by_id: null,
		participants: null,
		...use,
		occurred_on: iso(on),
		recorded_by: advisorOn(employer, on, staff),
		version: 1,
	});
}

function portal(context: Context, employer: Known) {
	const { seed, today } = context;
	const draw = random(seed, "portal", employer.index);
	if (!draw.chance(0.375)) return beginning(context, employer);
	const openedOn = onOrAfter(
		Math.max(
			PORTAL_OPENED,
			employer.metOn +
				draw.weighted([
					[draw.int(4, 45), 5],
					[draw.int(45, 900), 3],
					[draw.int(900, 2300), 2],
				] as const),
		),
	);
	add(context, employer, openedOn, "account", { tool: "employerPortal", event: "account", source: draw.chance(0.6) ? "extract" : "declared" });
	before(context, employer, openedOn);
	if (draw.chance(0.07)) return;
	const zeal = 0.1 + draw.next() * 0.4;
	for (let month = 1; openedOn + month * 30 - 20 <= today; month++) {
		const one = random(seed, "portal", employer.index, month);
		const activity = one.chance(zeal);
		const on = onOrAfter(openedOn + month * 30 - one.int(0, 20));
		if (!activity) continue;
		const source = one.chance(0.55) ? "extract" : "declared";
		add(context, employer, on, `search/${month}`, { tool: "employerPortal", event: "search", quantity: one.int(1, 14), source });
		if (one.chance(0.7)) add(context, employer, on, `profiles/${month}`, { tool: "employerPortal", event: "profileView", quantity: one.int(2, 30), source });
		if (one.chance(0.22)) add(context, employer, on, `contact/${month}`, { tool: "employerPortal", event: "contact", quantity: one.int(1, 5), source });
		if (one.chance(0.06))
			add(context, employer, onOrAfter(on + one.int(1, 9)), `offer/${month}`, { tool: "employerPortal", event: "validatedOffer", source: "declared" });
	}
}

/** The steps before the activation, when somebody of the office helped. */
function before(context: Context, employer: Known, activeOn: Day) {
	const draw = random(context.seed, "portalSteps", employer.index);
	if (!draw.chance(0.55)) return;
	const openedOn = Math.max(PORTAL_OPENED, employer.metOn, activeOn - draw.int(1, 9));
	const toOpenOn = Math.max(PORTAL_OPENED, employer.metOn, openedOn - draw.int(2, 16));
	const helped_by_id = draw.chance(0.7) ? advisorOn(employer, openedOn, context.staff) : null;
	const step = { tool: "employerPortal", source: "declared" } as const;
	if (toOpenOn < openedOn && draw.chance(0.6)) add(context, employer, toOpenOn, "toOpen", { ...step, event: "toOpen" });
	add(context, employer, openedOn, "opened", { ...step, event: "opened", helped_by_id });
}

/** Spoken of in the last weeks of the demonstration, and not active yet. The past does not depend on the day one looks. */
function beginning(context: Context, employer: Known) {
	const draw = random(context.seed, "portalSteps", employer.index);
	if (draw.chance(0.05)) {
		const activeOn = Math.max(PORTAL_OPENED, employer.metOn, SHOWN - draw.int(20, 160));
		return add(context, employer, activeOn, "account", { tool: "employerPortal", event: "account", source: draw.chance(0.5) ? "extract" : "declared" });
	}
	if (!draw.chance(0.09)) return;
	const toOpenOn = Math.max(PORTAL_OPENED, employer.metOn, SHOWN - draw.int(1, 55));
	add(context, employer, toOpenOn, "toOpen", { tool: "employerPortal", event: "toOpen", source: "declared" });
	if (draw.chance(0.35))
		add(context, employer, toOpenOn + draw.int(1, 12), "opened", {
			tool: "employerPortal",
			event: "opened",
			source: "declared",
			helped_by_id: advisorOn(employer, toOpenOn, context.staff),
		});
}

/** Since 2025-06-01 the duty begins at 25 employees, 50 before; courses are asked of Francisation Québec since 2023-06-01. */
const WIDER_DUTY = day("2025-06-01");
const SINGLE_WINDOW = day("2023-06-01");

/** Large businesses were mostly registered long ago; those of 25 to 49 learn of it since their duty; small ones ask for courses. */
function francisation(context: Context, employer: Known) {
	const { size, metOn } = employer;
	const draw = random(context.seed, "francisation", employer.index);
	const step = { tool: "francisation", source: "declared" } as const;
	const informedOn = onOrAfter(Math.max(metOn + draw.int(10, 400), size >= 25 && size < 50 ? WIDER_DUTY + draw.int(0, 420) : 0));
	if (size < 10 || !draw.chance(size >= 25 ? 0.62 : 0.3)) return;
	add(context, employer, informedOn, "informed", { ...step, event: "francisationInformed", helped_by_id: advisorOn(employer, informedOn, context.staff) });
	if (size >= 25 && draw.chance(size >= 50 ? 0.8 : 0.5)) {
		const registeredOn = onOrAfter(informedOn + draw.int(20, 160));
		add(context, employer, registeredOn, "oqlf", { ...step, event: "oqlfRegistered" });
		if (draw.chance(0.55))
			add(context, employer, onOrAfter(registeredOn + draw.int(120, 420)), "attestation", { ...step, event: "oqlfAttestation", source: "extract" });
	}
	if (!draw.chance(0.55)) return;
	const askedOn = onOrAfter(Math.max(SINGLE_WINDOW, informedOn + draw.int(5, 90)));
	add(context, employer, askedOn, "registered", { ...step, event: "francisationRegistered" });
	for (let term = 0; term < 3 && draw.chance(0.7); term++)
		add(context, employer, onOrAfter(askedOn + 40 + term * 150 + draw.int(0, 30)), `course/${term}`, {
			...step,
			event: "courseStarted",
			participants: draw.chance(0.85) ? draw.int(3, 14) : null,
		});
}

function missions(context: Context, employer: Known) {
	const { seed, today } = context;
	const taste = random(seed, "missions", employer.index).weighted([
		[0, 5],
		[0.06, 3],
		[0.14, 2],
	] as const);
	for (const [mission, startOn, mode] of missionsUntil(yearOf(today) + 1)) {
		const start = day(startOn);
		const draw = random(seed, "mission", employer.index, mission);
		const joins = draw.chance(taste);
		// Later than the cutoff, the first meeting can be near: registration comes after it.
		const registeredOn = onOrAfter(start - draw.int(22, 70));
		if (!joins || registeredOn < employer.metOn) continue;
		const use = {
			tool: "journeesQuebec",
			mission,
			source: draw.chance(0.7) ? "extract" : "declared",
			note: mode === "virtual" ? "Mode virtuel" : "En présence",
		} as const;
		add(context, employer, registeredOn, `${mission}/registered`, { ...use, event: "registered" });
		if (draw.chance(0.9)) add(context, employer, start, `${mission}/tookPart`, { ...use, event: "tookPart" });
	}
}
