import { useEffect, useState } from "react";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Spinner } from "#ui/Spinner.tsx";
import type { Invitation, Reading } from "./invitation.ts";
import { OneInvitation } from "./OneInvitation.tsx";
import { invitationText } from "./text.ts";
import { useWhen } from "./use-when.ts";

/** What several files say together; a refusal is said when none says anything. The page is lighter than what reads a calendar. */
async function readAll(files: readonly File[], today: string): Promise<Reading> {
	const { readInvitationFile } = await import("./read-file.ts");
	const readings = await Promise.all(files.map((file) => readInvitationFile(file, today)));
	const invitations = readings.flatMap((reading) => ("invitations" in reading ? reading.invitations : []));
	const [first] = readings;
	return invitations.length > 0 || !first ? { invitations: [...new Map(invitations.map((one) => [one.key, one])).values()] } : first;
}

/** Files that were dropped or chosen, read on this device. */
export function InvitationDialog({ files, onClose }: { files: readonly File[]; onClose: () => void }) {
	const words = useWords(invitationText);
	const when = useWhen();
	const { today } = useReference();
	const [reading, setReading] = useState<Reading | null>(null);
	const [chosen, setChosen] = useState<Invitation | null>(null);
	useEffect(() => {
		let isLeft = false;
		readAll(files, today)
			.catch((): Reading => ({ refused: "unreadable" }))
			.then((found) => !isLeft && setReading(found));
		return () => {
			isLeft = true;
		};
	}, [files, today]);

	const invitations = reading && "invitations" in reading ? reading.invitations : [];
	const [only] = invitations;
	if (chosen) return <OneInvitation key={chosen.key} invitation={chosen} onClose={onClose} onBack={() => setChosen(null)} />;
	if (only && invitations.length === 1) return <OneInvitation invitation={only} onClose={onClose} />;
	return (
		<Dialog title={words.title} onClose={onClose} footer={<Button onClick={onClose}>{words.close}</Button>}>
			{reading === null && (
				<p role="status">
					<Spinner /> {words.reading}
				</p>
			)}
			{reading && "refused" in reading && (
				<Banner tone="red" live>
					{words.refused[reading.refused]}
				</Banner>
			)}
			{invitations.length > 1 && (
				<>
					<p>{words.several(invitations.length)}</p>
					<ItemList label={words.title}>
						{invitations.map((one) => (
							<Item
								key={one.key}
								title={one.title || words.untitled}
								end={
									<Button size="small" aria-label={words.chooseOne(one.title || words.untitled)} onClick={() => setChosen(one)}>
										{words.choose}
									</Button>
								}
							>
								{[when(one.day, one.startsAt), ...(one.place ? [one.place] : [])].join(" · ")}
							</Item>
						))}
					</ItemList>
				</>
			)}
		</Dialog>
	);
}
