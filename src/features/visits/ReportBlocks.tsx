import { memo, type ReactNode, Suspense } from "react";
import type { Visit, VisitPrefill } from "#contract/visits.ts";
import { HeaderSection } from "./HeaderSection.tsx";
import {
	LazyCapacitySection,
	LazyConsentSection,
	LazyDocumentsSection,
	LazyNeedsSection,
	LazyProfileSection,
	LazyReferralsSection,
	LazySignalsSection,
	LazyToolsSection,
} from "./lazy-blocks.tsx";
import { NextStepsSection } from "./NextStepsSection.tsx";
import { SectionAwaited } from "./SectionAwaited.tsx";
import { SolutionsSection } from "./SolutionsSection.tsx";
import { SummarySection } from "./SummarySection.tsx";
import { type SectionId, saidIn, sectionsFor, subjectOf } from "./sections.ts";
import { usePrefill } from "./use-prefill.ts";

const nothingPast: VisitPrefill = { profile: null, capacity: null, consent: null };

const blocks: Record<SectionId, (past: VisitPrefill) => ReactNode> = {
	header: () => <HeaderSection />,
	profile: ({ profile }) => <LazyProfileSection past={profile} />,
	needs: () => <LazyNeedsSection />,
	capacity: ({ capacity }) => <LazyCapacitySection past={capacity} />,
	solutions: () => <SolutionsSection />,
	tools: () => <LazyToolsSection />,
	signals: () => <LazySignalsSection />,
	summary: () => <SummarySection />,
	nextSteps: () => <NextStepsSection />,
	referrals: () => <LazyReferralsSection />,
	documents: () => <LazyDocumentsSection />,
	consent: ({ consent }) => <LazyConsentSection past={consent} />,
};

/** The blocks that this visit calls for, in their order. Each draws itself: a keystroke in one is nothing to the others. */
export const ReportBlocks = memo(function ReportBlocks({ visit }: { visit: Visit }) {
	const past = usePrefill(visit) ?? nothingPast;
	const said = saidIn(visit);
	return sectionsFor(subjectOf(visit), (id) => said.has(id)).map(({ id }) => <Block key={id} id={id} past={past} />);
});

const Block = ({ id, past }: { id: SectionId; past: VisitPrefill }) => <Suspense fallback={<SectionAwaited id={id} />}>{blocks[id](past)}</Suspense>;
