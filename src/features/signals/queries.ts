import { listSignalProtocols } from "#contract/questions.ts";
import { listSignals } from "#contract/signals.ts";
import { apiQuery } from "#lib/api.ts";

export const signalsShown = 100;
/** Every signal of an employer, the latest first: its flags and its section. */
export const signalsOfQuery = (employerId: string) => apiQuery(listSignals, { query: { filter: `employerId==${employerId}`, limit: signalsShown } });
export const protocolsQuery = { ...apiQuery(listSignalProtocols, {}), staleTime: 10 * 60_000 };
