import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Tag } from "#ui/Tag.tsx";
import { signalsOfQuery } from "./queries.ts";
import { text } from "./text.ts";

/** Open signals at the top of an employer's page, each once, the pressing ones first. */
export function SignalFlags({ employerId }: { employerId: string }) {
	const words = useWords(text);
	const { term } = useReference();
	const may = useMay();
	const { data } = useQuery({ ...signalsOfQuery(employerId), enabled: may("listSignals") });
	const open = (data?.items ?? []).filter(({ handling }) => handling === null).sort((a, b) => b.level.localeCompare(a.level));
	const flags = open.filter(({ code }, index) => open.findIndex((one) => one.code === code) === index);
	return flags.map(({ code, level }) => (
		<Link key={code} to={paths.employer(employerId, "signaux")} aria-label={words.employer.flag(words.levels[level], term("signal", code))}>
			<Tag tone={level} icon="warning">
				{term("signal", code)}
			</Tag>
		</Link>
	));
}
