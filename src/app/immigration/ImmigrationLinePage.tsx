import { LinePage } from "#features/immigration-lines/LinePage.tsx";
import { NewcomerCard } from "#features/referrals/NewcomerCard.tsx";
import { useMay } from "#lib/session.ts";

/** One person hired; once here, and as long as the line goes on, whether Accompagnement Québec was offered. */
export function ImmigrationLinePage() {
	const may = useMay();
	return (
		<LinePage
			beside={(line) =>
				may("listReferrals") &&
				((line.arrivedOn ?? line.startedOn) !== null || line.newcomerAnswer !== null) &&
				(line.endedOn === null || line.newcomerAnswer !== null) && <NewcomerCard line={line} />
			}
		/>
	);
}
