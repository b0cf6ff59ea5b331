import * as z from "zod/mini";
import { counsellorRoles, endpoint, fieldRoles } from "./endpoint.ts";
import { code, id, localDate } from "./primitives.ts";

/** An employer where one could stop. */
export const tourRow = z.strictObject({
	id,
	name: z.string(),
	municipalityCode: z.string(),
	phone: z.nullable(z.string()),
	advisorId: z.nullable(id),
	lastVisitOn: z.nullable(localDate),
	nextStepOn: z.nullable(localDate),
	nextStepTitle: z.nullable(z.string()),
	/** The next visit that is already planned there, by anybody. */
	plannedOn: z.nullable(localDate),
});
export type TourRow = z.output<typeof tourRow>;

/** A municipality within reach: a point of the map, with how many employers the questions leave there. */
export const tourPlace = z.strictObject({
	code: z.string(),
	name: z.string(),
	mrcCode: z.string(),
	latitude: z.number(),
	longitude: z.number(),
	km: z.number(),
	employers: z.int(),
});
export type TourPlace = z.output<typeof tourPlace>;

const whole = (minimum: number, maximum: number) =>
	z.coerce.number().check(
		z.refine((value) => Number.isInteger(value), { error: "whole-number" }),
		z.minimum(minimum),
		z.maximum(maximum),
	);

export const tour = z.strictObject({
	/** Of the region and within reach, the nearest first; those without an employer too, for the map to be whole. */
	places: z.array(tourPlace),
	/** Of the places, or of the one asked. */
	total: z.int(),
	/** Place by place, the nearest first; in each, those never seen, then those seen longest ago. */
	items: z.array(tourRow),
});
export type Tour = z.output<typeof tour>;

export const mostStops = 30;

export const getTour = endpoint({
	id: "getTour",
	method: "GET",
	path: "/tour",
	summary:
		"Employers within so many kilometres of a municipality that nobody has visited for so many days, by municipality. Distances are as the crow flies, between the points of the municipalities.",
	query: z.strictObject({
		/** The municipality that is left from. */
		near: code,
		km: z.optional(whole(1, 300)),
		/** 0: all of them. */
		notSeenForDays: z.optional(whole(0, 3650)),
		advisorId: z.optional(id),
		/** The rows of one municipality only; the places stay all there. */
		municipalityCode: z.optional(code),
		offset: z.optional(whole(0, 1_000_000)),
		limit: z.optional(whole(1, 500)),
	}),
	output: tour,
	roles: fieldRoles,
});

export const planTour = endpoint({
	id: "planTour",
	method: "POST",
	path: "/tours",
	summary: "Plans a visit at each employer of a round, the same day, by the caller: one write, undone as one. The day is today or later.",
	body: z.strictObject({
		id,
		occurredOn: localDate,
		mode: code,
		visits: z.array(z.strictObject({ id, employerId: id })).check(z.minLength(1, { error: "required" }), z.maxLength(mostStops)),
	}),
	output: z.strictObject({ occurredOn: localDate, visits: z.array(z.strictObject({ id, employerId: id })) }),
	status: 201,
	offline: true,
	roles: counsellorRoles,
	refusals: ["id-taken"],
});
export type TourPlan = z.input<NonNullable<typeof planTour.body>>;
