import { getDigest, getMailState } from "#contract/digests.ts";
import { apiQuery } from "#lib/api.ts";

export const digestQuery = apiQuery(getDigest, {});
export const mailStateQuery = apiQuery(getMailState, {});
