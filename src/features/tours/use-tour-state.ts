import { useState } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import type { TourRow } from "#contract/tours.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";

/** What a stop keeps of its employer. */
export type Stop = Pick<TourRow, "id" | "name" | "municipalityCode" | "phone">;

export const radii = [5, 10, 20, 30, 50, 100];
export const delays = [0, 90, 180, 365];

const oneOf = (choices: readonly number[], text: string | null, otherwise: number) => choices.find((choice) => String(choice) === text) ?? otherwise;

type Asked = { autour?: string; rayon?: number; depuis?: number; qui?: "tous" | null; commune?: string | null };

/** Where, how far, since when, whose: in the address. The stops chosen go with the entry of the history: a reload keeps them. */
export function useTourState() {
	const { municipalities, servicePoints, person } = useReference();
	const me = useSession().person;
	const [search] = useSearchParams();
	const location = useLocation();
	const navigate = useNavigate();
	const own = servicePoints.find(({ id }) => id === person(me.id)?.servicePointId) ?? servicePoints[0];
	const places = [search.get("autour"), own?.municipalityCode, municipalities[0]?.code];
	const start = places.map((code) => municipalities.find((one) => one.code === code)).find((one) => one !== undefined) ?? null;
	// A box is ticked at once: the entry of the history follows.
	const [chosen, setChosen] = useState(() => (location.state as { stops?: Stop[] } | null)?.stops ?? []);
	const go = (to: URLSearchParams, stops: Stop[]) => void navigate({ search: to.toString() }, { replace: true, state: { stops }, preventScrollReset: true });
	return {
		start,
		km: oneOf(radii, search.get("rayon"), 10),
		notSeenForDays: oneOf(delays, search.get("depuis"), 180),
		isMine: search.get("qui") !== "tous",
		place: search.get("commune"),
		chosen,
		ask: (changes: Asked) => {
			const next = new URLSearchParams(search);
			// Another question: the municipality that was chosen may be out of it.
			if (!("commune" in changes)) next.delete("commune");
			for (const [name, value] of Object.entries(changes))
				if (value === null || value === undefined) next.delete(name);
				else next.set(name, String(value));
			go(next, chosen);
		},
		choose: (stops: Stop[]) => {
			setChosen(stops);
			go(search, stops);
		},
	};
}
export type TourState = ReturnType<typeof useTourState>;
