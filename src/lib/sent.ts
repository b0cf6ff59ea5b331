import type { EndpointDefinition, EndpointInput } from "#contract/endpoint.ts";
import type { Precautions } from "./http.ts";

/** A write as screens ask for it. */
export type Sent<E extends EndpointDefinition> = EndpointInput<E> &
	Pick<Precautions, "ifMatch" | "idempotencyKey"> & {
		/** The record as it was when one began to change it: a version that is no longer the latest is then merged, not refused. */
		base?: object;
		/** What the form knows of the record beside what it sends (names): shown while the write waits on the device. */
		known?: object;
		/** Whoever sends it settles a version that is no longer the latest by itself, while it is there. */
		settlesItself?: boolean;
		/** It would close the form it comes from: screens show it once the API has accepted it, or once it is left to wait. */
		closesItsForm?: boolean;
		/** Of a write that may wait on the device: milliseconds after which whoever writes it goes on, answered or not. */
		patience?: number;
	};
