import * as z from "zod/mini";
import { localDate } from "./primitives.ts";

/** What is counted of an employer in a mission, in the order of the funnel (domain §1.6); the last two are how many of the hired are still employed. */
export const resultMeasures = ["applications", "shortlisted", "invited", "interviews", "offers", "hires", "arrivals", "employed6", "employed12"] as const;
export type ResultMeasure = (typeof resultMeasures)[number];
export const resultMeasure = z.enum(resultMeasures);

/** The last value known by the day asked, with the day on which it was known. What is not known has no such line: it is never zero. */
export const resultValue = z.strictObject({ measure: resultMeasure, value: z.int(), knownOn: localDate });
