import { useQuery } from "@tanstack/react-query";
import { listVisits } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { logText } from "./log-text.ts";

/** Same employer, same day, same adviser: perhaps this very visit. Said, never refused. */
export function AlreadyLogged({ employerId, occurredOn, onLeave }: { employerId: string; occurredOn: string; onLeave: (to: string) => void }) {
	const words = useWords(logText);
	const me = useSession().person.id;
	const filter = `employerId==${employerId};occurredOn==${occurredOn};adviserId==${me};status!=cancelled`;
	const { data } = useQuery(apiQuery(listVisits, { query: { filter, limit: 1 } }));
	const [visit] = data?.items ?? [];
	if (!visit) return null;
	return (
		<Banner
			tone="amber"
			action={
				<Button variant="quiet" size="small" onClick={() => onLeave(paths.visit(visit.id))}>
					{words.already.open}
				</Button>
			}
		>
			{visit.status === "planned" ? words.already.planned : words.already.draft}
		</Banner>
	);
}
