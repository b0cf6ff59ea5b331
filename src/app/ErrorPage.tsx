import { isRouteErrorResponse, useRevalidator, useRouteError } from "react-router";
import { ApiError, NetworkError } from "#lib/http.ts";
import { useWords } from "#lib/words.ts";
import { ErrorState } from "#ui/ErrorState.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import styles from "./StandalonePage.module.css";
import { text } from "./text.ts";

/** Nothing is at this address, or nothing could be: an id cut short in a letter is no id. */
const isNowhere = ({ problem }: ApiError) => problem.status === 404 || problem.errors?.some(({ path }) => path.startsWith("path.")) === true;

/** A page that failed says what is known and offers to try again; the shell stays when the failure is inside it. */
export function ErrorPage({ inside = false }: { inside?: boolean }) {
	const words = useWords(text).error;
	const error = useRouteError();
	const { revalidate } = useRevalidator();
	if (isRouteErrorResponse(error) ? error.status === 404 : error instanceof ApiError && isNowhere(error)) return <NotFoundPage />;
	const detail = error instanceof ApiError ? error.problem.title : error instanceof NetworkError ? words.network : words.unexpected;
	const retry = () => (inside ? void revalidate() : window.location.reload());
	const content = (
		<>
			<PageTitle title={words.title} />
			<ErrorState title={detail} requestId={error instanceof ApiError ? error.problem.requestId : undefined} onRetry={retry} />
		</>
	);
	if (inside) return content;
	return (
		<>
			<div className={styles.band} />
			<main className={styles.page}>{content}</main>
		</>
	);
}
