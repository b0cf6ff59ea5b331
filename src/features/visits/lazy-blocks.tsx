import { lazy } from "react";

/** Asked with the record, so that it is there when the form is. */
export const loadBlocks = () => Promise.all([loadOptional(), loadNeeds()]);
const loadOptional = () => import("./optional-blocks.ts");
const loadNeeds = () => import("./NeedsSection.tsx");
const load = async () => (await loadOptional()).optionalBlocks;

export const LazyNeedsSection = lazy(async () => ({ default: (await loadNeeds()).NeedsSection }));
export const LazyProfileSection = lazy(async () => ({ default: (await load()).ProfileSection }));
export const LazyCapacitySection = lazy(async () => ({ default: (await load()).CapacitySection }));
export const LazySignalsSection = lazy(async () => ({ default: (await load()).SignalsSection }));
export const LazyReferralsSection = lazy(async () => ({ default: (await load()).ReferralsSection }));
export const LazyDocumentsSection = lazy(async () => ({ default: (await load()).DocumentsSection }));
export const LazyConsentSection = lazy(async () => ({ default: (await load()).ConsentSection }));
export const LazyPartnerVisited = lazy(async () => ({ default: (await load()).PartnerVisited }));
export const LazyToolsSection = lazy(async () => ({ default: (await load()).ToolsSection }));
export const LazyEmployerContacts = lazy(async () => ({ default: (await import("./EmployerContacts.tsx")).EmployerContacts }));
export const LazyCancelVisit = lazy(async () => ({ default: (await import("./VisitActions.tsx")).CancelVisit }));
/** Seldom is there one. */
export const LazyDuplicates = lazy(async () => ({ default: (await import("./Duplicates.tsx")).Duplicates }));
/** Another employer is added now and then. */
export const LazyEmployerField = lazy(async () => ({ default: (await import("./EmployerField.tsx")).EmployerField }));
