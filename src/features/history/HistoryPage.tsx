import { Navigate, useParams } from "react-router";
import { type HistoryOf, paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { HistoryPanel } from "./HistoryPanel.tsx";
import { entities, isKind } from "./kinds.ts";
import { useStored } from "./restorable.ts";
import { text } from "./text.ts";

/** The history of what has no page of tabs: a case, a visit, a need, a follow-up, a use of a tool, a person. */
export function HistoryPage() {
	const { kind, id = "" } = useParams();
	return isKind(kind) ? <OneHistory key={id} kind={kind} id={id} /> : <Navigate replace to={paths.home()} />;
}

function OneHistory({ kind, id }: { kind: HistoryOf; id: string }) {
	const words = useWords(text);
	const stored = useStored(entities[kind], id);
	// Of a visit, whom it was made to; of a mission, how many.
	const visited: unknown = stored?.employers;
	const employers = Array.isArray(visited) ? visited.map(({ employerName }: { employerName: string }) => employerName).join(", ") : undefined;
	// A case bears an occupation too: it is known by its employer.
	const name = String(
		(kind === "besoin"
			? stored?.occupationLabel
			: (stored?.title ?? stored?.name ?? stored?.label ?? stored?.employerName ?? stored?.labelFr ?? stored?.wordingFr ?? employers)) ?? "",
	);
	const employerId = String(stored?.employerId ?? "");
	const back = {
		dossier: paths.supportCases({ dossier: id }),
		visite: paths.visit(id),
		besoin: paths.employer(employerId, "besoins"),
		suivi: paths.employer(employerId),
		outil: paths.employer(employerId, "outils"),
		personne: paths.people(),
		etape: paths.stages(),
		terme: paths.vocabularies({ vocabulaire: String(stored?.vocabulary ?? "") }),
		question: paths.questionnaire(),
		protocole: paths.questionnaire(),
		aiguillage: paths.referrals({ aiguillage: id }),
		immigration: paths.immigrationLine(id),
		mission: paths.mission(id),
	}[kind];
	return (
		<>
			<PageTitle
				title={words.pageTitle(words.of[kind])}
				sub={name}
				documentTitle={name ? `${words.pageTitle(words.of[kind])}, ${name}` : undefined}
				actions={
					stored && (
						<LinkButton to={back} icon="chevronLeft">
							{words.back[kind]}
						</LinkButton>
					)
				}
			/>
			<HistoryPanel entity={entities[kind]} id={id} />
		</>
	);
}
