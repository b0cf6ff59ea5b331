import type { ReactNode } from "react";
import { Link } from "react-router";
import type { DataImport } from "#contract/imports.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import styles from "./ImportPage.module.css";
import { ImportStateTag } from "./ImportStateTag.tsx";
import { ImportSteps } from "./ImportSteps.tsx";
import type { ImportStep } from "./import-step.ts";
import { text } from "./text.ts";

/** Under the title of an import: who brought it, the steps, and what must be known before going on. */
export function ImportHead({ data, step, children }: { data: DataImport; step: ImportStep; children?: ReactNode }) {
	const words = useWords(text).head;
	const { prose } = useFormat();
	const { twin, id, state } = data;
	const waits = state === "ready" || state === "checking";
	return (
		<>
			<ImportSteps current={step} links={waits ? { columns: paths.import(id, { etape: "colonnes" }), check: paths.import(id) } : {}} />
			<div className={styles.banners}>
				{twin && (waits || state === "reading") && (
					<Banner tone="amber" action={<Link to={paths.import(twin.id)}>{words.seeTwin}</Link>}>
						{words.twin(twin.createdByName, prose(twin.createdOn))}
					</Banner>
				)}
				{children}
			</div>
		</>
	);
}

/** Beside the title: its state, who brought it and when. */
export function ImportSub({ data }: { data: DataImport }) {
	const words = useWords(text);
	const { prose } = useFormat();
	return (
		<>
			<ImportStateTag state={data.state} /> {words.values.target[data.target]} · {words.head.by(data.createdByName, prose(data.createdOn))}
		</>
	);
}
