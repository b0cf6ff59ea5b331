import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { nearestPlace, placesWithin } from "#contract/distance.ts";
import { getTour } from "#contract/tours.ts";
import { apiQuery } from "#lib/api.ts";
import { askPosition } from "#lib/position.ts";
import { useReference } from "#lib/reference.ts";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { useOwnEmployers } from "./use-employer-items.ts";

const reach = 10;
const shown = 5;

type Around = { code: string; name: string; isGuess: boolean };

/** Employers around here, mine first. The position is asked by a press, and turned into a municipality on the device; without it, around the last visit. */
export function useNearby() {
	const { municipalities } = useReference();
	const own = useOwnEmployers();
	const [around, setAround] = useState<Around | null>(null);
	const [isLooking, setLooking] = useState(false);
	const [isUnknown, setUnknown] = useState(false);

	const look = async () => {
		setLooking(true);
		const position = await askPosition();
		setLooking(false);
		const place = position ? nearestPlace(municipalities, position) : municipalities.find(({ name }) => name === own[0]?.municipalityName);
		setUnknown(!place);
		setAround(place ? { code: place.code, name: place.name, isGuess: position === null } : null);
	};

	const { data, isFetching } = useQuery({
		...apiQuery(getTour, { query: { near: around?.code ?? "", km: reach, notSeenForDays: 0, limit: 20 } }),
		enabled: around !== null,
	});
	const start = municipalities.find(({ code }) => code === around?.code);
	const within = start ? placesWithin(municipalities, start, reach) : [];
	const mine: ComboboxItem[] = within.flatMap(({ name: place }) =>
		own.filter(({ municipalityName }) => municipalityName === place).map(({ id, name }) => ({ id, label: name, detail: place })),
	);
	const nameOf = new Map(within.map(({ code, name }) => [code, name]));
	const others = (around ? (data?.items ?? []) : [])
		.filter(({ id }) => !mine.some((one) => one.id === id))
		.map(({ id, name, municipalityCode }) => ({ id, label: name, detail: nameOf.get(municipalityCode) ?? "" }));
	return { around, items: [...mine, ...others].slice(0, shown), look, isLooking, isUnknown, isFetching };
}
