import { changePassword, closeOtherSessions, createFirstAdministrator, getSetup, listOwnSessions, signIn } from "./account.ts";
import { countAccountEvents, listAccountEvents } from "./account-events.ts";
import { getDashboard } from "./dashboard.ts";
import { archiveEmployer, unarchiveEmployer } from "./employer-archiving.ts";
import { listTimeline } from "./employer-timeline.ts";
import { countEmployers, createContact, createEmployer, getEmployer, listEmployers, updateContact, updateEmployer } from "./employers.ts";
import type { EndpointDefinition } from "./endpoint.ts";
import { getFirstSteps, loadDemonstration } from "./first-steps.ts";
import { countFollowUps, createFollowUp, getFollowUp, listFollowUpProposals, listFollowUpRules, listFollowUps, updateFollowUp } from "./follow-ups.ts";
import { createHandOver, getHandOver, getPortfolio, listHandOvers, undoHandOver } from "./hand-overs.ts";
import { chooseImportRows, countImportRows, getFailedImportRows, listImportRows } from "./import-rows.ts";
import { applyImport, cancelImport, countImports, createImport, getImport, getImportSample, listImports, undoImport, updateImport } from "./imports.ts";
import { countIndicatorRows, getIndicator, listIndicatorRows, listIndicators } from "./indicators.ts";
import { getVersion, listChanges, listHistory, listRedactions, redactRecord, streamChanges, undoBatch } from "./journal.ts";
import { countLabourNeeds, createLabourNeed, getLabourNeed, listLabourNeeds, updateLabourNeed } from "./labour-needs.ts";
import { getMyDay } from "./my-day.ts";
import { getNavigationCounts } from "./navigation-counts.ts";
import { createPerson, getPerson, issuePassword, listPeople, updatePerson } from "./people.ts";
import { getReference, listOccupations } from "./reference.ts";
import { searchRecords } from "./search.ts";
import { createSession, deleteSession, getHealth, getSession, listSessionPeople } from "./session.ts";
import { getStageSetting, listStageSettings, updateStageSetting } from "./stages.ts";
import {
	countSupportCases,
	createSupportCase,
	getBoard,
	getSupportCase,
	listSupportCases,
	moveSupportCase,
	reopenSupportCase,
	updateSupportCase,
} from "./support-cases.ts";
import { countToolUses, createToolUse, getToolUse, listToolUses } from "./tool-uses.ts";
import { addVisitAddendum, cancelVisit, completeVisit, countVisits, createVisit, getVisit, listVisits, updateVisit } from "./visits.ts";

const published = [
	getHealth,
	getSession,
	listSessionPeople,
	createSession,
	deleteSession,
	getSetup,
	createFirstAdministrator,
	signIn,
	changePassword,
	listOwnSessions,
	closeOtherSessions,
	listPeople,
	getPerson,
	createPerson,
	updatePerson,
	issuePassword,
	listAccountEvents,
	countAccountEvents,
	listHistory,
	getVersion,
	undoBatch,
	listChanges,
	streamChanges,
	redactRecord,
	listRedactions,
	getReference,
	listOccupations,
	listEmployers,
	countEmployers,
	getEmployer,
	listTimeline,
	createEmployer,
	updateEmployer,
	archiveEmployer,
	unarchiveEmployer,
	createContact,
	updateContact,
	listSupportCases,
	countSupportCases,
	getBoard,
	getSupportCase,
	createSupportCase,
	updateSupportCase,
	moveSupportCase,
	reopenSupportCase,
	listStageSettings,
	getStageSetting,
	updateStageSetting,
	getPortfolio,
	listHandOvers,
	getHandOver,
	createHandOver,
	undoHandOver,
	listLabourNeeds,
	countLabourNeeds,
	getLabourNeed,
	createLabourNeed,
	updateLabourNeed,
	listVisits,
	countVisits,
	getVisit,
	createVisit,
	updateVisit,
	completeVisit,
	cancelVisit,
	addVisitAddendum,
	listFollowUps,
	countFollowUps,
	listFollowUpRules,
	listFollowUpProposals,
	getFollowUp,
	createFollowUp,
	updateFollowUp,
	listToolUses,
	countToolUses,
	getToolUse,
	createToolUse,
	listImports,
	countImports,
	getImport,
	createImport,
	updateImport,
	listImportRows,
	countImportRows,
	chooseImportRows,
	applyImport,
	cancelImport,
	undoImport,
	getFailedImportRows,
	getImportSample,
	getDashboard,
	listIndicators,
	getIndicator,
	listIndicatorRows,
	countIndicatorRows,
	getNavigationCounts,
	getFirstSteps,
	loadDemonstration,
	getMyDay,
	searchRecords,
] as const satisfies EndpointDefinition[];

/** The published list: an endpoint that is not here does not exist. */
export const endpoints: readonly EndpointDefinition[] = published;

/** Imported as a type only, a screen names an operation without carrying its contract. */
export type OperationId = (typeof published)[number]["id"];
