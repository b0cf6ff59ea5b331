import { useQuery } from "@tanstack/react-query";
import { listVisits } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { visitQuery } from "../queries.ts";
import type { Invitation } from "./invitation.ts";
import { KnownVisit } from "./KnownVisit.tsx";
import { NewFromInvitation } from "./NewFromInvitation.tsx";
import { invitationText } from "./text.ts";

type OneInvitationProps = { invitation: Invitation; onClose: () => void /** The file had several. */; onBack?: () => void };

/** Visits of the region drawn from this invitation, those that wait on this device among them. */
function useDrawn(key: string) {
	const me = useSession().person.id;
	const drawn = useQuery({ ...apiQuery(listVisits, { query: { filter: `invitationKey==${key}`, limit: 20 } }), retry: false });
	const items = drawn.data?.items ?? [];
	const mine = items.find(({ advisers }) => advisers.some(({ personId }) => personId === me));
	const visit = useQuery({ ...visitQuery(mine?.id ?? ""), enabled: mine !== undefined });
	return { colleagues: items[0], mine, visit: visit.data, isPending: drawn.isPending || (mine !== undefined && visit.isPending), refetch: drawn.refetch };
}

/** One meeting of the file: the visit that it already is, or that it becomes. */
export function OneInvitation({ invitation, onClose, onBack }: OneInvitationProps) {
	const words = useWords(invitationText);
	const { colleagues, mine, visit, isPending, refetch } = useDrawn(invitation.key);
	if (!isPending && !mine && !invitation.isCancelled)
		return <NewFromInvitation invitation={invitation} colleagues={colleagues} onClose={onClose} onBack={onBack} onTaken={() => void refetch()} />;
	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			footer={
				<>
					<Button onClick={onBack ?? onClose}>{onBack ? words.backToAll : words.close}</Button>
					{mine && (
						<LinkButton to={paths.visit(mine.id)} onClick={onClose}>
							{words.open}
						</LinkButton>
					)}
				</>
			}
		>
			{isPending ? <Skeleton /> : visit ? <KnownVisit visit={visit} invitation={invitation} onClose={onClose} /> : <Banner live>{words.cancelledAlone}</Banner>}
		</Dialog>
	);
}
