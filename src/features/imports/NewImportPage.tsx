import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { type ImportTarget, importLimits, importTargets, mayBring } from "#contract/import-fields.ts";
import { createImport, getImportSample, listImports } from "#contract/imports.ts";
import { download } from "#lib/download.ts";
import { problemsOfError } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { call } from "#lib/http.ts";
import { paths } from "#lib/paths.ts";
import { useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { FileDrop } from "#ui/FileDrop.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { ProgressBar } from "#ui/ProgressBar.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import styles from "./ImportPage.module.css";
import { ImportSteps } from "./ImportSteps.tsx";
import { importQuery } from "./queries.ts";
import { text } from "./text.ts";

/** The first step: which file, and of what. The import exists as soon as its bytes are received. */
export function NewImportPage() {
	const words = useWords(text);
	const { number } = useFormat();
	const navigate = useNavigate();
	const client = useQueryClient();
	const { role } = useSession().person;
	const [target, setTarget] = useState<ImportTarget>("employers");
	const [problem, setProblem] = useState<string | null>(null);
	const send = useMutation({
		mutationFn: (file: File) =>
			call(createImport, { query: { target, fileName: file.name.normalize("NFC").slice(-200) } }, { idempotencyKey: crypto.randomUUID(), file }),
		onSuccess: (created) => {
			client.setQueryData(importQuery(created.id).queryKey, created);
			void client.invalidateQueries({ queryKey: [listImports.id] });
			void navigate(paths.import(created.id, { etape: "colonnes" }), { replace: true });
		},
		onError: (error) =>
			setProblem(
				problemsOfError(error)
					.map(({ message }) => message)
					.join(" "),
			),
	});
	const take = ([file, ...others]: File[]) => {
		if (!file) return;
		if (others.length > 0) addToast({ tone: "info", text: words.file.several });
		const tooLarge = file.size > importLimits.bytes && words.file.tooLarge(number(file.size / 1_000_000));
		const refused = tooLarge || (file.size === 0 && words.file.isEmpty);
		setProblem(refused || null);
		if (!refused) send.mutate(file);
	};
	return (
		<>
			<PageTitle title={words.file.title} actions={<LinkButton to={paths.imports()}>{words.all}</LinkButton>} />
			<ImportSteps current="file" />
			<div className={styles.narrow}>
				{send.isPending ? (
					<div className={styles.work}>
						<ProgressBar label={words.file.sending(send.variables.name)} done={0} of={null} />
					</div>
				) : (
					<>
						<Segmented<ImportTarget>
							label={words.file.target}
							value={target}
							onChange={setTarget}
							options={importTargets.filter((value) => mayBring(role, value)).map((value) => ({ value, label: words.values.target[value] }))}
							help={words.file.targets[target]}
						/>
						<FileDrop
							label={words.file.drop}
							or={words.file.or}
							choose={words.file.choose}
							help={words.file.accepted}
							error={problem}
							accept=".xlsx,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
							onFiles={take}
						/>
						<p className={styles.samples}>
							{words.file.sample}
							{(["xlsx", "csv"] as const).map((format) => (
								<Button
									key={format}
									variant="quiet"
									size="small"
									icon="download"
									onClick={() => void download(getImportSample, { params: { target, format } })}
								>
									{words.file.sampleOf[format]}
								</Button>
							))}
						</p>
					</>
				)}
			</div>
		</>
	);
}
