import { listVocabularies } from "#contract/vocabularies.ts";
import { apiQuery } from "#lib/api.ts";
import { reads } from "#lib/reads.ts";

export const vocabulariesQuery = apiQuery(listVocabularies, {});

/** A word is on every screen. */
export const touchedByTerms = reads("listVocabularies", "getTerm", "getReference");
