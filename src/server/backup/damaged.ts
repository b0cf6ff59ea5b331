import { StartRefusal } from "../start-refusal.ts";

/** The file is not what was written: nothing of it is kept. */
export class DamagedBackup extends StartRefusal {}
