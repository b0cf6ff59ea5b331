import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listVisits } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
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
	return { mine, colleagues: items.find((one) => one !== mine), isPending: drawn.isPending, refetch: drawn.refetch };
}

/** One meeting of the file: the visit that it already is, or that it becomes. */
export function OneInvitation({ invitation, onClose, onBack }: OneInvitationProps) {
	const words = useWords(invitationText);
	const { mine, colleagues, isPending, refetch } = useDrawn(invitation.key);
	// Decided once: a visit that is being created shows in the lists before it is there.
	const [isNew, setNew] = useState<boolean | null>(null);
	useEffect(() => {
		if (!isPending) setNew((known) => known ?? (mine === undefined && !invitation.isCancelled));
	}, [isPending, mine, invitation]);
	const visit = useQuery({ ...visitQuery(mine?.id ?? ""), enabled: isNew === false && mine !== undefined }).data;
	const takenMeanwhile = async () => {
		await refetch();
		setNew(false);
	};
	if (isNew)
		return <NewFromInvitation invitation={invitation} colleagues={colleagues} onClose={onClose} onBack={onBack} onTaken={() => void takenMeanwhile()} />;
	if (isNew === false && visit) return <KnownVisit visit={visit} invitation={invitation} onClose={onClose} onBack={onBack} />;
	return (
		<Dialog title={words.title} onClose={onClose} footer={<Button onClick={onBack ?? onClose}>{onBack ? words.backToAll : words.close}</Button>}>
			{isNew === null || mine ? <Skeleton /> : <Banner live>{words.cancelledAlone}</Banner>}
		</Dialog>
	);
}
