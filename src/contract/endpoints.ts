import { changePassword, closeOtherSessions, createFirstAdministrator, getSetup, listOwnSessions, signIn } from "./account.ts";
import { countAccountEvents, listAccountEvents } from "./account-events.ts";
import { createCalendarFeed, deleteCalendarFeed, getCalendarFeed, getVisitCalendar, readCalendar, updateCalendarFeed } from "./calendar.ts";
import { getDashboard } from "./dashboard.ts";
import { countAlerts, getDigest, getMailState, seeAlerts, updateDigestPreference } from "./digests.ts";
import { addDocument, downloadDocument, getDocument, listDocuments, removeDocument, updateDocument } from "./documents.ts";
import { archiveEmployer, unarchiveEmployer } from "./employer-archiving.ts";
import { getEmployerBrief } from "./employer-brief.ts";
import { listTimeline } from "./employer-timeline.ts";
import { countEmployers, createContact, createEmployer, getEmployer, listEmployers, updateContact, updateEmployer } from "./employers.ts";
import type { EndpointDefinition } from "./endpoint.ts";
import { getFirstSteps, loadDemonstration } from "./first-steps.ts";
import { countFollowUps, createFollowUp, getFollowUp, listFollowUpProposals, listFollowUpRules, listFollowUps, updateFollowUp } from "./follow-ups.ts";
import { createHandOver, getHandOver, getPortfolio, listHandOvers, undoHandOver } from "./hand-overs.ts";
import { immigrationEndpoints } from "./immigration-lines.ts";
import { chooseImportRows, countImportRows, getFailedImportRows, listImportRows } from "./import-rows.ts";
import { applyImport, cancelImport, countImports, createImport, getImport, getImportSample, listImports, undoImport, updateImport } from "./imports.ts";
import { countIndicatorRows, getIndicator, listIndicatorRows, listIndicators } from "./indicators.ts";
import { getVersion, listChanges, listHistory, listRedactions, redactRecord, streamChanges, undoBatch } from "./journal.ts";
import { countLabourNeeds, createLabourNeed, getLabourNeed, listLabourNeeds, updateLabourNeed } from "./labour-needs.ts";
import { missionMatchEndpoints } from "./mission-matches.ts";
import { missionRegistrationEndpoints } from "./mission-registrations.ts";
import { compareMissions, getMissionFunnel, listMissionResults, saveMissionResults } from "./mission-results.ts";
import { countMissions, createMission, getMission, listMissions, updateMission } from "./missions.ts";
import { getMyDay } from "./my-day.ts";
import { listMyPortfolio } from "./my-portfolio.ts";
import { getNavigationCounts } from "./navigation-counts.ts";
import {
	createSimplifiedList,
	createWageThreshold,
	listNeedMarks,
	removeSimplifiedList,
	removeWageThreshold,
	updateSimplifiedList,
	updateWageThreshold,
} from "./need-marks.ts";
import { getNeedMatrix } from "./need-matrix.ts";
import { createNeedMovement, getNeedLedger, removeNeedMovement, updateNeedMovement } from "./need-movements.ts";
import { countPartners, getPartner, listPartners } from "./partners.ts";
import { createPerson, getPerson, issuePassword, listPeople, updatePerson } from "./people.ts";
import { countPortalAccounts, getPortalFunnel, listPortalAccounts } from "./portal-accounts.ts";
import { createAnswer, getQuestionnaire, updateAnswer } from "./questionnaire.ts";
import {
	copyQuestions,
	createQuestion,
	getQuestion,
	getSignalProtocol,
	listQuestions,
	listSignalProtocols,
	updateQuestion,
	updateSignalProtocol,
} from "./questions.ts";
import { getOccupationCatalogue, getReference, listOccupations } from "./reference.ts";
import {
	acknowledgeReferral,
	closeReferral,
	countReferrals,
	createReferral,
	declineReferral,
	getReferral,
	listReferrals,
	updateReferral,
	withdrawReferral,
} from "./referrals.ts";
import { retentionEndpoints } from "./retention.ts";
import { searchRecords } from "./search.ts";
import { createSession, deleteSession, getHealth, getSession, listSessionPeople } from "./session.ts";
import { countSignals, createSignalHandling, deleteSignalHandling, listSignals, listSignalTrends } from "./signals.ts";
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
import { countTextChoices, createTextChoice, listTextChoices } from "./text-choices.ts";
import { toolRuleEndpoints } from "./tool-rules.ts";
import { countToolUses, createToolUse, deleteToolUse, getToolUse, listToolUses, updateToolUse } from "./tool-uses.ts";
import { getTour, planTour } from "./tours.ts";
import { addVisitAddendum, cancelVisit, completeVisit, countVisits, createVisit, getVisit, getVisitPrefill, listVisits, updateVisit } from "./visits.ts";
import { createTerm, getTerm, listVocabularies, updateTerm } from "./vocabularies.ts";

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
	getOccupationCatalogue,
	listEmployers,
	countEmployers,
	getEmployer,
	listTimeline,
	getEmployerBrief,
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
	listVocabularies,
	getTerm,
	createTerm,
	updateTerm,
	listQuestions,
	getQuestion,
	createQuestion,
	updateQuestion,
	copyQuestions,
	listSignalProtocols,
	getSignalProtocol,
	updateSignalProtocol,
	getQuestionnaire,
	createAnswer,
	updateAnswer,
	listSignals,
	countSignals,
	listSignalTrends,
	createSignalHandling,
	deleteSignalHandling,
	getPortfolio,
	listHandOvers,
	getHandOver,
	createHandOver,
	undoHandOver,
	listLabourNeeds,
	countLabourNeeds,
	getNeedMatrix,
	getLabourNeed,
	createLabourNeed,
	updateLabourNeed,
	getNeedLedger,
	createNeedMovement,
	updateNeedMovement,
	removeNeedMovement,
	listNeedMarks,
	createWageThreshold,
	updateWageThreshold,
	removeWageThreshold,
	createSimplifiedList,
	updateSimplifiedList,
	removeSimplifiedList,
	listVisits,
	countVisits,
	getVisit,
	getVisitPrefill,
	createVisit,
	updateVisit,
	completeVisit,
	cancelVisit,
	addVisitAddendum,
	getVisitCalendar,
	getCalendarFeed,
	createCalendarFeed,
	updateCalendarFeed,
	deleteCalendarFeed,
	readCalendar,
	getTour,
	planTour,
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
	listMissions,
	countMissions,
	compareMissions,
	getMission,
	createMission,
	updateMission,
	getMissionFunnel,
	listMissionResults,
	saveMissionResults,
	...immigrationEndpoints,
	...missionMatchEndpoints,
	...toolRuleEndpoints,
	...retentionEndpoints,
	...missionRegistrationEndpoints,
	updateToolUse,
	deleteToolUse,
	listPortalAccounts,
	countPortalAccounts,
	getPortalFunnel,
	listReferrals,
	countReferrals,
	getReferral,
	createReferral,
	updateReferral,
	acknowledgeReferral,
	closeReferral,
	declineReferral,
	withdrawReferral,
	listPartners,
	countPartners,
	getPartner,
	listDocuments,
	addDocument,
	getDocument,
	downloadDocument,
	updateDocument,
	removeDocument,
	listTextChoices,
	countTextChoices,
	createTextChoice,
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
	getDigest,
	countAlerts,
	seeAlerts,
	updateDigestPreference,
	getMailState,
	listIndicators,
	getIndicator,
	listIndicatorRows,
	countIndicatorRows,
	getNavigationCounts,
	getFirstSteps,
	loadDemonstration,
	getMyDay,
	listMyPortfolio,
	searchRecords,
] as const satisfies EndpointDefinition[];

/** The published list: an endpoint that is not here does not exist. */
export const endpoints: readonly EndpointDefinition[] = published;

/** Imported as a type only, a screen names an operation without carrying its contract. */
export type OperationId = (typeof published)[number]["id"];
