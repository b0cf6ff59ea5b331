import { useQueryClient } from "@tanstack/react-query";
import { unarchiveEmployer } from "#contract/employer-archiving.ts";
import { type Employer, getEmployer } from "#contract/employers.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { text } from "./text.ts";

/** Across the record of an archived employer: since when, why, by whom; and its return. */
export function ArchivedBanner({ employer }: { employer: Employer }) {
	const words = useWords(text).archive;
	const { prose } = useFormat();
	const { term, personName } = useReference();
	const may = useMay();
	const client = useQueryClient();
	const unarchive = useApiMutation(unarchiveEmployer, {
		invalidates: [getEmployer],
		onSuccess: () => {
			addToast({ text: words.back(employer.name) });
			void client.invalidateQueries();
		},
		onError: (error) => addToast({ tone: "error", text: errorSentence(error) }),
	});
	const { archivedOn, archiveReason, archivedBy } = employer;
	if (!archivedOn) return null;
	return (
		<Banner
			tone="amber"
			icon="lock"
			action={
				employer.can.unarchive &&
				may("unarchiveEmployer") && (
					<Button size="small" busy={unarchive.isPending} onClick={() => unarchive.mutate({ params: { id: employer.id }, ifMatch: employer.version })}>
						{words.unarchive}
					</Button>
				)
			}
		>
			{words.since(prose(archivedOn), term("archiveReason", archiveReason ?? ""), archivedBy ? personName(archivedBy) : "")}
		</Banner>
	);
}
