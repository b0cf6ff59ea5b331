import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useParams, useSearchParams } from "react-router";
import type { DataImport } from "#contract/imports.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useWords } from "#lib/words.ts";
import { ErrorState } from "#ui/ErrorState.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { ImportColumns } from "./ImportColumns.tsx";
import { ImportRows } from "./ImportRows.tsx";
import { ImportWork } from "./ImportWork.tsx";
import { stepOf } from "./import-step.ts";
import { importQuery, readRowsAgain } from "./queries.ts";
import { text } from "./text.ts";
import { useImportActions } from "./use-import-actions.ts";

/** One import, from its file to its undoing. Where it stands is the API's to say: one leaves and comes back to the same page. */
export function ImportPage() {
	const { id = "" } = useParams();
	const words = useWords(text);
	const { data, error, refetch } = useQuery(importQuery(id));
	if (data) return <OneImport key={id} data={data} />;
	return (
		<>
			<PageTitle title={words.title} />
			{error ? <ErrorState title={words.head.failed} detail={errorSentence(error)} onRetry={() => void refetch()} /> : <Skeleton shape="rows" rows={8} />}
		</>
	);
}

function OneImport({ data }: { data: DataImport }) {
	const [search] = useSearchParams();
	const actions = useImportActions(data);
	const { state } = data;
	const step = stepOf(data, search.get("etape"));
	const client = useQueryClient();
	const before = useRef(state);
	// Rows read while they were being checked or written are not those that stand now.
	useEffect(() => {
		if (before.current === state) return;
		before.current = state;
		readRowsAgain(client);
	}, [state, client]);
	if (step === "columns") return <ImportColumns data={data} actions={actions} />;
	const isFirstCheck = state === "checking" && data.counts.total === 0;
	if (step === "file" || step === "apply" || isFirstCheck) return <ImportWork data={data} step={step} actions={actions} />;
	return <ImportRows data={data} step={step} actions={actions} />;
}
