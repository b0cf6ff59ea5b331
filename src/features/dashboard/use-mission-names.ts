import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listMissions } from "#contract/missions.ts";
import { apiQuery } from "#lib/api.ts";

/** Missions by name, for the figures that are told by mission; read only when one is. */
export function useMissionNames(enabled: boolean): (id: string) => string {
	const { data } = useQuery({ ...apiQuery(listMissions, { query: { sort: "-startsOn", limit: 500 } }), enabled });
	return useMemo(() => {
		const names = new Map(data?.items.map(({ id, name }) => [id, name]));
		return (id) => names.get(id) ?? id;
	}, [data]);
}
