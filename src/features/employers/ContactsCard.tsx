import { Link } from "react-router";
import type { Employer } from "#contract/employers.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { ContactName, ContactReach } from "./ContactsPanel.tsx";
import { text } from "./text.ts";

const shown = 3;

/** The first people to reach, beside the thread. */
export function ContactsCard({ employer }: { employer: Employer }) {
	const words = useWords(text).contacts;
	const all = employer.contacts.length;
	return (
		<Card title={words.title} aside={all > 0 ? all : undefined} footer={all > shown && <Link to={paths.employer(employer.id, "personnes")}>{words.all}</Link>}>
			{all === 0 ? (
				<EmptyState compact icon="user" title={words.none.title} text={words.none.text} />
			) : (
				<ItemList label={words.title}>
					{employer.contacts.slice(0, shown).map((contact) => (
						<Item key={contact.id} title={<ContactName contact={contact} />}>
							<ContactReach contact={contact} />
						</Item>
					))}
				</ItemList>
			)}
		</Card>
	);
}
