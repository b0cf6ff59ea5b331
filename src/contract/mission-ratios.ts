/** What ratios are made of; null where it is not known. */
export type RatioFacts = {
	posts: number | null;
	/** Who applied, or registered as a candidate. */
	candidates: number | null;
	retained: number | null;
	interviews: number | null;
	hires: number | null;
};

export const missionRatios = ["retainedOfCandidates", "interviewsPerHire", "hiresOfPosts", "hiresOfInterviews"] as const;
export type MissionRatio = (typeof missionRatios)[number];

const over = (part: number | null, whole: number | null) => (part === null || whole === null || whole === 0 ? null : part / whole);

/** Ratios of a mission (domain §3.1): Paris, December 2019: 3,516 of 13,320 candidates retained, 26 %; Québec International, February 2022: 688 hires for 1,629 posts, 42 %. */
export const ratiosOf = ({ posts, candidates, retained, interviews, hires }: RatioFacts): Record<MissionRatio, number | null> => ({
	retainedOfCandidates: over(retained, candidates),
	interviewsPerHire: over(interviews, hires),
	hiresOfPosts: over(hires, posts),
	hiresOfInterviews: over(hires, interviews),
});
