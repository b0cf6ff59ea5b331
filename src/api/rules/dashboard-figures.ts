import type { EndpointDefinition } from "#contract/endpoint.ts";

/** A number with the list whose rows it counts. */
export const figure = (value: number, list: EndpointDefinition, filter: string) => ({ value, list: list.id, filter });

const fewest = 5;

/** The share of the cases that entered a stage and have since gone further; under five entries a share says nothing. */
export const conversion = (entered: number, further: number): number | null => (entered < fewest ? null : Math.round((further / entered) * 1000) / 1000);
