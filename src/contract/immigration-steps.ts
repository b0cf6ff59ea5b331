/** The paths that a person may come by (domain §2.5); dated words of the vocabulary « immigrationPath », their steps are the product's. */
export const immigrationPaths = ["tfwp", "imp", "openPermit", "permanent"] as const;
export type ImmigrationPath = (typeof immigrationPaths)[number];

/** Every step, in the order in which it comes; `hiredOn`, the accepted offer, is the first of all paths. */
export const immigrationSteps = [
	"hiredOn",
	"advertisedOn",
	"filedOn",
	"decidedOn",
	"caqOn",
	"csqOn",
	"permitFiledOn",
	"permitApprovedOn",
	"residenceOn",
	"arrivedOn",
	"startedOn",
] as const;
export type ImmigrationStep = (typeof immigrationSteps)[number];

/**
 * Which steps a path has. Temporary workers: advertising, the labour market impact assessment, the joint decision, the CAQ, the permit. Mobility skips all that comes before the permit;
 * whoever holds an open permit starts work. Permanent: the offer is filed and validated, then selection (CSQ) and residence.
 */
export const stepsOfPath: Record<ImmigrationPath, readonly ImmigrationStep[]> = {
	tfwp: ["hiredOn", "advertisedOn", "filedOn", "decidedOn", "caqOn", "permitFiledOn", "permitApprovedOn", "arrivedOn", "startedOn"],
	imp: ["hiredOn", "permitFiledOn", "permitApprovedOn", "arrivedOn", "startedOn"],
	openPermit: ["hiredOn", "startedOn"],
	permanent: ["hiredOn", "filedOn", "decidedOn", "csqOn", "residenceOn", "arrivedOn", "startedOn"],
};

/** What must have come before a step, of the same path: nobody arrives on a permit that is not approved. */
export const stepNeeded: Partial<Record<ImmigrationPath, Partial<Record<ImmigrationStep, ImmigrationStep>>>> = {
	tfwp: { decidedOn: "filedOn", permitApprovedOn: "permitFiledOn", arrivedOn: "permitApprovedOn" },
	imp: { permitApprovedOn: "permitFiledOn", arrivedOn: "permitApprovedOn" },
	permanent: { decidedOn: "filedOn", residenceOn: "csqOn" },
};

export const isImmigrationPath = (code: string): code is ImmigrationPath => (immigrationPaths as readonly string[]).includes(code);
/** Of a path that a region would have added, every step. */
export const stepsOf = (path: string): readonly ImmigrationStep[] => (isImmigrationPath(path) ? stepsOfPath[path] : immigrationSteps);
